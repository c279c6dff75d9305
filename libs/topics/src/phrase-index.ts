import { endOf, type Phrase } from './phrase.js';

const keyLength = 3;

/** Phrases by the beginning of their first word, so that a text is compared with few of them. */
export class PhraseIndex<T> {
  private readonly byStart = new Map<string, { phrase: Phrase; of: T }[]>();

  /** The first word of a phrase is neither optional nor a gap, and has three letters or is a whole word. */
  add(phrase: Phrase, of: T): void {
    const first = phrase[0]!;
    if (first.optional || first.alternatives.length === 0) throw new Error('a phrase begins with a word');
    for (const { word, prefix } of first.alternatives) {
      if (prefix && word.length < keyLength) throw new Error(`too short a beginning: ${word}`);
      const key = word.slice(0, keyLength);
      const known = this.byStart.get(key) ?? [];
      if (known.at(-1)?.phrase !== phrase) known.push({ phrase, of });
      this.byStart.set(key, known);
    }
  }

  /** Every phrase that stands in the words, from the first word to the last. */
  *find(words: readonly string[]): Generator<{ of: T; from: number; to: number }> {
    for (let from = 0; from < words.length; from++) {
      for (const { phrase, of } of this.byStart.get(words[from]!.slice(0, keyLength)) ?? []) {
        const to = endOf(phrase, words, from);
        if (to >= 0) yield { of, from, to };
      }
    }
  }
}
