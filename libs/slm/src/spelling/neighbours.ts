import { easyCost, editCost, extraCost, longest, typingCost } from './edit-cost.js';
import type { Vocabulary } from './vocabulary.js';

/** A word of the vocabulary, or two, that a mistyped one may stand for. */
interface Target {
  /** As it is compared: without apostrophes and spaces. */
  key: string;
  /** As it is written. */
  text: string;
  count: number;
  isPair: boolean;
  /** A bit for each letter that occurs in it. */
  letters: number;
}

export interface Neighbour {
  text: string;
  count: number;
  cost: number;
}

type Scored = Neighbour & { score: number };

/** A word that occurs once may be an error itself, unless the tokenizer knows it. */
const [leastWord, leastPair] = [2, 5];
/** Letters of words that are compared, and of those that may hold two errors. */
const [shortest, longFrom] = [3, 7];
/** The cost of two errors at most: at least one is easily made. */
const twoEdits = easyCost + extraCost;
/** How much likelier, as a logarithm, an edit less is than a word that is e times as frequent. */
const edit = 15;
/** As a logarithm: two words that were run together are a less likely reading than one word. */
const pairPenalty = 1;
/** Both halves of a word that is taken apart occur so often. */
const frequent = 8;

/** Finds what a mistyped word is likely to stand for. */
export class Neighbours {
  private readonly counts: Map<string, number>;
  private readonly total: number;
  private readonly byKey = new Map<string, Target>();
  /** By first letter and length. */
  private readonly buckets = new Map<string, Target[]>();

  /** `isWord`: the tokenizer knows it. */
  constructor({ words, pairs }: Vocabulary, isWord: (text: string) => boolean) {
    this.counts = new Map(Object.entries(words));
    this.total = [...this.counts.values()].reduce((sum, n) => sum + n, 0);
    for (const [text, count] of this.counts) if (count >= leastWord || isWord(text)) this.add(text, count, false);
    for (const [text, count] of Object.entries(pairs)) if (count >= leastPair) this.add(text, count, true);
  }

  /**
   * The likeliest one or two words by frequency and cost; null if nothing is near. They begin with the same letter, which is seldom mistyped
   * (Pollock and Zamora, CACM 27, 1984), unless the first two are swapped. `another`: the word itself is none.
   */
  nearest(word: string, edits = 2, another = false): Neighbour | null {
    const key = keyOf(word);
    if (key.length < shortest || key.length > longest) return null;
    const same = another ? undefined : this.byKey.get(key);
    if (same) return { ...same, cost: 0 };
    const isLong = key.length >= longFrom;
    const most = isLong ? edits : 1;
    const letters = lettersOf(key);
    let best = this.apart(word);
    for (const first of new Set([key[0]!, key[1]!])) {
      for (let length = key.length - most; length <= key.length + most; length++) {
        for (const target of this.buckets.get(first + length) ?? []) {
          if (target.key === key || (first !== key[0] && target.key[1] !== key[0])) continue;
          if (bitsOf(letters ^ target.letters) > 2 * most) continue;
          if (target.isPair && !isLong) continue;
          const cost =
            typingCost(key, target.key, target.isPair || most === 1 ? editCost : twoEdits) + (first === key[0] ? 0 : 1);
          best = better(best, target, cost);
        }
      }
    }
    return best;
  }

  /** The word as two frequent ones without their space. */
  private apart(word: string): Scored | null {
    let best: Scored | null = null;
    for (let at = 1; at < word.length - 1; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      const [a, b] = [this.counts.get(left) ?? 0, this.counts.get(right) ?? 0];
      if (Math.min(a, b) < frequent || (at === 1 && left !== 'i' && left !== 'a')) continue;
      // So often they would follow each other by chance.
      best = better(best, { text: `${left} ${right}`, count: (a * b) / this.total, isPair: true }, easyCost);
    }
    return best;
  }

  private add(text: string, count: number, isPair: boolean): void {
    const key = keyOf(text);
    if (key.length < shortest || key.length > longest) return;
    const target = { key, text, count, isPair, letters: lettersOf(key) };
    // Words come before pairs, and the frequent before the rare.
    if (!this.byKey.has(key)) this.byKey.set(key, target);
    const bucket = key[0]! + key.length;
    const others = this.buckets.get(bucket);
    if (others) others.push(target);
    else this.buckets.set(bucket, [target]);
  }
}

function better(best: Scored | null, { text, count, isPair }: Pick<Target, 'text' | 'count' | 'isPair'>, cost: number) {
  const score = Math.log(count) - (edit * cost) / editCost - (isPair ? pairPenalty : 0);
  return score > (best?.score ?? -Infinity) ? { text, count, cost, score } : best;
}

function keyOf(text: string): string {
  return text.replaceAll(/[' ]/g, '');
}

function lettersOf(key: string): number {
  let letters = 0;
  for (let i = 0; i < key.length; i++) letters |= 1 << (key.charCodeAt(i) % 32);
  return letters;
}

/** An edit changes two bits at most. */
function bitsOf(letters: number): number {
  let bits = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
