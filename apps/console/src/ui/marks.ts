const mark = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The names of the {{marks}} in a text, each once. */
export function marksIn(text: string): string[] {
  return [...new Set([...text.matchAll(mark)].map(([, name]) => name!))];
}
