import { isoTime } from '#contracts';
import { fullTime, readable } from '../ui/format.js';

/** How entries of the audit log are written for people. Pure but for the reader's locale. */
export interface Difference {
  field: string;
  /** Null: it was not there. */
  before: string | null;
  after: string | null;
}

/** `inbox.changed` as "Inbox changed". */
export function actionWords(action: string): string {
  return readable(action.replaceAll('.', ' '));
}

/** `allowedOrigins` as "Allowed origins", `appearance.accent` as "Appearance, accent". */
function fieldWords(path: string[]): string {
  const words = path.map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase());
  return readable(words.join(', '));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueWords(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(valueWords).join(', ') || null;
  if (typeof value === 'string') return isoTime.safeParse(value).success ? fullTime(value) : value;
  return isRecord(value) ? recordWords(value) : JSON.stringify(value);
}

/** A row of a list, such as a span of the week: "day 1, from 09:00, to 17:00". */
function recordWords(record: Record<string, unknown>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name} ${valueWords(value) ?? 'none'}`)
    .join(', ');
}

/** A list is compared by what went and what came. */
function listDifference(field: string, before: unknown[], after: unknown[]): Difference {
  const [was, is] = [before.map(valueWords), after.map(valueWords)];
  const only = (these: (string | null)[], those: (string | null)[]) =>
    these.filter((value) => !those.includes(value)).join('; ') || null;
  return { field, before: only(was, is), after: only(is, was) };
}

function compare(path: string[], before: unknown, after: unknown): Difference[] {
  if (isRecord(before) || isRecord(after)) {
    const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return names.flatMap((name) => compare([...path, name], was[name], is[name]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return [listDifference(fieldWords(path), before, after)];
  const difference = { field: fieldWords(path), before: valueWords(before), after: valueWords(after) };
  return difference.before === difference.after ? [] : [difference];
}

/** What an entry changed. Entries of another kind tell facts, which read as what came. */
export function differences(data: Record<string, unknown>): Difference[] {
  return 'before' in data || 'after' in data ? compare([], data.before, data.after) : compare([], {}, data);
}
