export type Catalog = {
  translation: Record<string, string>;
};

/** The words of one language: a file for each room of the console, one flat table here. */
export function catalog(files: Record<string, Record<string, string>>): Catalog {
  const words: Record<string, string> = {};
  for (const file of Object.values(files)) Object.assign(words, file);
  return { translation: words };
}

/** Spanish and French have a plural of their own from a million on. It says here what the ordinary plural says. */
export function withMillions({ translation }: Catalog): Catalog {
  const plurals = Object.entries(translation).filter(([key]) => key.endsWith('_other'));
  const millions = plurals.map(([key, text]): [string, string] => [key.replace(/_other$/, '_many'), text]);
  return { translation: { ...translation, ...Object.fromEntries(millions) } };
}
