import { folded, tokens, wordsIn } from './tokens.js';

/** Phrases by what they do: "good (morning|evening)", "thank you(| so much)". Groups do not nest. */
export type Phrases<Act extends string> = Partial<Record<Act, readonly string[]>>;

/** Longer messages say more than manners. */
const maxTokens = 24;
/** So far back a negation is looked for. */
const negationReach = 4;
const negations = new Set(
  [
    'not',
    'dont',
    'didnt',
    'couldnt',
    'cant',
    'wont',
    'no',
    'never',
    'isnt',
    'wasnt',
    'without',
    'nicht',
    'kein',
    'keine',
  ]
    .concat(['keinen', 'nie', 'sin', 'nunca', 'pas', 'jamais', 'sans', 'ne', 'لا', 'ليس', 'ليست', 'لم', 'بدون'])
    .flatMap(tokens),
);

/** Shorter words become others too easily when two of their letters change places. */
const shortestSwapped = 5;

/** Finds what known phrases do in a message. */
export class Grammar<Act extends string> {
  private readonly acts = new Map<string, Act>();
  /** Words of phrases, by what they are when two letters beside each other have changed places: "thnaks". */
  private readonly swapped = new Map<string, string>();
  /** How long the longest phrase is that begins with a word. */
  private readonly longest = new Map<string, number>();

  private isRead = false;

  /** Where two languages share a phrase, the earlier one counts. Phrases are read when they are first needed: not every process listens. */
  constructor(private readonly languages: Phrases<Act>[]) {}

  /** A pattern is folded before it is expanded into many phrases. */
  private read(): void {
    if (this.isRead) return;
    this.isRead = true;
    for (const phrases of this.languages)
      for (const [act, patterns] of Object.entries(phrases) as [Act, string[]][])
        for (const phrase of patterns.flatMap((pattern) => expand(folded(pattern)))) this.add(wordsIn(phrase), act);
    const known = new Set([...this.acts.keys()].flatMap((phrase) => phrase.split(' ')));
    for (const word of known) {
      if (word.length < shortestSwapped) continue;
      for (const swap of swaps(word)) if (!known.has(swap)) this.swapped.set(swap, word);
    }
  }

  /** What a message does that consists of known phrases only; null: something else stands in it, too, or nothing at all. */
  actsOf(text: string): Set<Act> | null {
    this.read();
    const words = this.wordsOf(text);
    if (words.length === 0 || words.length > maxTokens) return null;
    const found = this.cover(words, 0, new Set());
    return found && new Set(found);
  }

  /** Whether a phrase of so many words stands anywhere in the text, and no negation just before it. */
  says(text: string, act: Act, fromWords = 1): boolean {
    this.read();
    return text.split(/[.,;:!?،؛؟\n]+/).some((clause) => this.clauseSays(this.wordsOf(clause), act, fromWords));
  }

  private wordsOf(text: string): string[] {
    return tokens(text).map((word) => this.swapped.get(word) ?? word);
  }

  private clauseSays(words: string[], act: Act, fromWords: number): boolean {
    return words.some((_, from) => {
      const ends = this.endsFrom(words, from).filter((to) => to - from >= fromWords);
      const said = ends.some((to) => this.acts.get(words.slice(from, to).join(' ')) === act);
      return said && !words.slice(Math.max(0, from - negationReach), from).some((word) => negations.has(word));
    });
  }

  private add(words: string[], act: Act): void {
    const phrase = words.join(' ');
    if (!this.acts.has(phrase)) this.acts.set(phrase, act);
    const [first = ''] = words;
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, words.length));
  }

  /** Where a phrase that begins at a word may end, the farthest first. */
  private endsFrom(words: string[], from: number): number[] {
    const longest = Math.min(this.longest.get(words[from]!) ?? 0, words.length - from);
    return Array.from({ length: longest }, (_, n) => from + longest - n);
  }

  /** The acts from a word on, the longest phrase first; `dead`: from where nothing fits. */
  private cover(words: string[], from: number, dead: Set<number>): Act[] | null {
    if (from === words.length) return [];
    if (dead.has(from)) return null;
    for (const to of this.endsFrom(words, from)) {
      const act = this.acts.get(words.slice(from, to).join(' '));
      const rest = act && this.cover(words, to, dead);
      if (act && rest) return [act, ...rest];
    }
    dead.add(from);
    return null;
  }
}

/** A word with two letters beside each other in the other order, at each place. */
function swaps(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, i) =>
    [word.slice(0, i), word[i + 1], word[i], word.slice(i + 2)].join(''),
  );
}

/** "a (b|c)" -> "a b", "a c" */
export function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)/.exec(pattern);
  if (!group) return [pattern];
  const [before, after] = [pattern.slice(0, group.index), pattern.slice(group.index + group[0].length)];
  return group[1]!.split('|').flatMap((choice) => expand(`${before}${choice}${after}`));
}
