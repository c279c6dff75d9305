import { endOf, type Phrase } from './phrase.js';

const keyLength = 3;

/** Phrases by their first word, or by the beginning of it, so that a text is compared with few of them. */
export class PhraseIndex<T> {
  private readonly byWord = new Map<string, { phrase: Phrase; of: T }[]>();
  private readonly byStart = new Map<string, { phrase: Phrase; of: T }[]>();

  /** The first word of a phrase is neither optional nor a gap, and has three letters or is a whole word. */
  add(phrase: Phrase, of: T): void {
    const first = phrase[0]!;
    if (first.optional || first.alternatives.length === 0) throw new Error('a phrase begins with a word');
    for (const { word, prefix } of first.alternatives) {
      if (prefix && word.length < keyLength) throw new Error(`too short a beginning: ${word}`);
      const [index, key] = prefix ? [this.byStart, word.slice(0, keyLength)] : [this.byWord, word];
      const known = index.get(key) ?? [];
      if (known.at(-1)?.phrase !== phrase) known.push({ phrase, of });
      index.set(key, known);
    }
  }

  /** Every phrase that stands in the words, from the first word to the last; twice where it may begin with a word and with its beginning. */
  *find(words: readonly string[]): Generator<{ of: T; from: number; to: number }> {
    for (const [from, word] of words.entries()) {
      for (const begun of [this.byWord.get(word), this.byStart.get(word.slice(0, keyLength))])
        for (const { phrase, of } of begun ?? []) {
          const to = endOf(phrase, words, from);
          if (to >= 0) yield { of, from, to };
        }
    }
  }
}
