/** A word that is looked for. `prefix`: it may be the beginning of one. */
export interface SearchTerm {
  word: string;
  prefix: boolean;
}

const mostTerms = 12;
/** What parts words: white space, and the signs that the database's function search_words takes out. */
const between = /[\s\-/#_.,:;@+&()[\]{}<>"'?!=*|\\%$~`^]+/u;

/**
 * The words of what somebody typed. The last one may be unfinished, unless it holds a digit: numbers of orders, customers and phones are
 * found exactly.
 */
export function searchTerms(typed: string): SearchTerm[] {
  const words = typed.split(between).filter(Boolean).slice(0, mostTerms);
  return words.map((word, index) => ({ word, prefix: index === words.length - 1 && !/\d/u.test(word) }));
}
