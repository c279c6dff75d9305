import { z } from 'zod';
import { englishWords } from './dictionary.js';
import { easyCost } from './edit-cost.js';
import { stemsOf } from './inflection.js';
import { Neighbours } from './neighbours.js';
import type { Vocabulary } from './vocabulary.js';
import { wordsIn, type Word } from './words.js';

const wordPiece = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

/** BERT's tokenizer numbers its words by how frequent they are in English. From here on they are rare, or of other languages. */
const rareFrom = 24_000;
/** A rare word is taken for an error only of a word that occurs so often, and if it has so many letters. */
const [frequent, longEnough] = [30, 4];
/** Customers mistype in the rows that are learned from, too. A word of theirs that is no English one is an error of a word that occurs so many times as often. */
const seldom = 12;
/** Short words are near many others: "nae" is none of them. */
const timesAsOften = (letters: number) => (letters < longEnough ? 1_000 : 30);
/** A text of so many words, half of which are strange, is in another language. */
const enoughWords = 4;

/**
 * Reads what a customer meant to type. A word that does not occur in the vocabulary becomes the likeliest word of it that is one typing error
 * away, or two where it is long (Damerau, "A technique for computer detection and correction of spelling errors", CACM 7, 1964). Words of the
 * vocabulary, ordinary English words, names, numbers and addresses stay.
 */
export class Speller {
  /** How often each word of the vocabulary occurs. */
  private readonly counts: Map<string, number>;
  private readonly neighbours: Neighbours;
  private readonly english = englishWords();
  /** Words that the tokenizer knows as a whole, with their numbers. */
  private readonly ranks: Map<string, number>;

  constructor(vocabulary: Vocabulary, tokenizerJson: string) {
    this.counts = new Map(Object.entries(vocabulary.words));
    const tokenizer = wordPiece.safeParse(JSON.parse(tokenizerJson));
    this.ranks = new Map(Object.entries(tokenizer.data?.model.vocab ?? {}));
    this.neighbours = new Neighbours(vocabulary, (word) => this.ranks.has(word));
  }

  corrected(text: string): string {
    const words = wordsIn(text).map((word) => ({ ...word, isKnown: this.counts.has(word.text) }));
    const careful = this.readWords(words, false);
    const hasErrors = careful.some(({ correction }) => correction !== null);
    const read = hasErrors ? this.readWords(words, true) : careful;
    const strange = read.filter(({ isKnown, correction }) => !isKnown && correction === null).length;
    if (read.length >= enoughWords && strange >= read.length / 2) return text;
    let [result, at] = ['', 0];
    for (const { from, to, correction } of read) {
      if (correction === null) continue;
      result += text.slice(at, from) + correction;
      at = to;
    }
    return result + text.slice(at);
  }

  /** `hasErrors`: who mistyped another word may have mistyped one that is an English word, too. */
  private readWords<W extends Word & { isKnown: boolean }>(words: W[], hasErrors: boolean) {
    return words.map((word) => ({ ...word, correction: this.likelierThan(word, word.isKnown, hasErrors) }));
  }

  /** Null: the word stays. What is read in its place is no error of a third one either. */
  private likelierThan(word: Word, isKnown: boolean, hasErrors: boolean): string | null {
    const first = isKnown ? word.text : this.correctionOf(word, hasErrors);
    if (first === null) return null;
    return this.likelierThanSeldom({ ...word, text: first }, hasErrors) ?? (isKnown ? null : first);
  }

  private correctionOf({ text, looksLikeName }: Word, hasErrors: boolean): string | null {
    if (looksLikeName) return null;
    const rank = this.ranks.get(text);
    if (rank !== undefined && rank < rareFrom) return null;
    const isEnglish = this.english.has(text);
    if (isEnglish && !hasErrors) return null;
    if (isEnglish || rank !== undefined) return this.likelierThanRare(text);
    const near = this.isInflected(text) ? null : this.neighbours.nearest(text);
    return near && (text.length >= longEnough || near.cost <= easyCost) ? near.text : null;
  }

  private isInflected(word: string): boolean {
    return stemsOf(word).some((stem) => this.counts.has(stem) || this.ranks.has(stem) || this.english.has(stem));
  }

  private likelierThanSeldom({ text, looksLikeName }: Word, hasErrors: boolean): string | null {
    const count = this.counts.get(text) ?? Infinity;
    if (count > seldom || looksLikeName || text.includes("'")) return null;
    if (this.ranks.has(text) || (this.english.has(text) && !hasErrors) || this.isInflected(text)) return null;
    const near = this.neighbours.nearest(text, 1, true);
    const isError = near && near.cost <= easyCost && !near.text.includes(' ');
    return isError && near.count >= timesAsOften(text.length) * count ? near.text : null;
  }

  /** Errors that make a word of another are seldom at its end, where forms of one word differ, unless two letters are swapped. */
  private likelierThanRare(word: string): string | null {
    if (word.length < longEnough) return null;
    const near = this.neighbours.nearest(word, 1);
    return near &&
      near.cost <= easyCost &&
      near.count >= frequent &&
      !near.text.includes(' ') &&
      (near.text.at(-1) === word.at(-1) || sortedLetters(near.text) === sortedLetters(word))
      ? near.text
      : null;
  }
}

function sortedLetters(word: string): string {
  return [...word].sort().join('');
}
