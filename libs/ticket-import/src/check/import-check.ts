import type { ImportReport } from '#contracts';
import type { Fault } from '../mapping/index.js';
import { languageOf } from './language.js';
import { textKey } from './text-key.js';

export type Refusal = Fault | 'duplicate';

const shownContradictions = 50;
/** Fewer rows than this teach little. */
const smallIntent = 5;
const shownText = 200;

/** Goes along with an import, row by row: tells what is taken, and counts for the report. */
export class ImportCheck {
  private readonly counts = { rows: 0, taken: 0, empty: 0, duplicate: 0, broken: 0, contradicting: 0 };
  /** By the key of a text: the first row of each category that it came with. */
  private readonly seen = new Map<string, { intent: string | null; line: number }[]>();
  private readonly contradictions: ImportReport['contradictions'] = [];
  private readonly intents = new Map<string, number>();
  private readonly languages = new Map<string, number>();
  private readonly masked = new Map<string, number>();

  refuse(fault: Fault): Refusal {
    this.counts.rows++;
    this.counts[fault === 'empty' ? 'empty' : 'broken']++;
    return fault;
  }

  /**
   * Of a ticket as it would be stored, masked; `found`: the kinds of what was masked. Null: taken. Rows of one text with two categories
   * are taken both: people are shown them and know which category is right.
   */
  take({ line, text, intent }: { line: number; text: string; intent: string | null }, found: string[]): Refusal | null {
    this.counts.rows++;
    const key = textKey(text);
    const before = this.seen.get(key) ?? [];
    if (before.some((row) => row.intent === intent)) {
      this.counts.duplicate++;
      return 'duplicate';
    }
    const other = before.find((row) => row.intent !== null);
    if (other?.intent && intent) this.contradict(text, [other.intent, intent], [other.line, line]);
    this.seen.set(key, [...before, { intent, line }]);
    this.counts.taken++;
    if (intent !== null) count(this.intents, intent);
    const language = languageOf(text);
    if (language) count(this.languages, language);
    for (const kind of new Set(found)) count(this.masked, kind);
    return null;
  }

  /** Of rows that were taken with a category. */
  get nIntents(): number {
    return this.intents.size;
  }

  report(): ImportReport {
    const small = [...this.intents].filter(([, n]) => n < smallIntent);
    return {
      ...this.counts,
      contradictions: this.contradictions,
      small: small.map(([intent, n]) => ({ intent, n })),
      languages: byNumber(this.languages).map(([language, n]) => ({ language, n })),
      masked: byNumber(this.masked).map(([kind, n]) => ({ kind, n })),
    };
  }

  private contradict(text: string, intents: [string, string], rows: [number, number]): void {
    this.counts.contradicting++;
    if (this.contradictions.length < shownContradictions)
      this.contradictions.push({ text: text.slice(0, shownText).toWellFormed(), intents, rows });
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function byNumber(counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([, a], [, b]) => b - a);
}
