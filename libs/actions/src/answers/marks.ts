const mark = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The names of the {{marks}} in a text, each once. */
export function marksIn(text: string): string[] {
  return [...new Set([...text.matchAll(mark)].map(([, name]) => name!))];
}

/** Puts a value in the place of each {{mark}}; one without a value stays as it is. */
export function fillMarks(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replace(mark, (whole, name: string) => valueOf(name) ?? whole);
}
