/**
 * The words of one language: a file for each room of the console, one flat table here.
 * Spanish and French have a plural of their own from a million on. It says here what the ordinary plural says.
 */
export function catalog(files: Record<string, Record<string, string>>): { translation: Record<string, string> } {
  const words = Object.assign({}, ...Object.values(files)) as Record<string, string>;
  for (const [key, text] of Object.entries(words)) {
    if (key.endsWith('_other')) words[key.replace(/_other$/, '_many')] ??= text;
  }
  return { translation: words };
}
