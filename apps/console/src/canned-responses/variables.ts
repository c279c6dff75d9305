import { t } from '../language/t.js';
/** What a {{mark}} of a canned reply stands for. Null: not known of this conversation. */
export type Values = ReadonlyMap<string, string | null>;

/** The marks that are filled by themselves. Any other is filled in by hand before the reply is sent. */
export const knownMarks = [
  { mark: 'contact.name', about: t('The customer’s name') },
  { mark: 'contact.first_name', about: t('Its first word') },
  { mark: 'contact.email', about: t('The customer’s e-mail address') },
  { mark: 'agent.name', about: t('Your name') },
  { mark: 'agent.first_name', about: t('Its first word') },
] as const;

const anyMark = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** What is not known stays as a mark. */
export function fillMarks(text: string, values: Values): string {
  return text.replaceAll(anyMark, (mark, name: string) => values.get(name) ?? mark);
}

/** The first mark from `start` on that somebody has to fill in, else the first of all; null: none is left. */
export function nextMark(text: string, start = 0): { from: number; to: number; name: string } | null {
  const marks = [...text.matchAll(anyMark)];
  const next = marks.find((mark) => mark.index >= start) ?? marks[0];
  return next ? { from: next.index, to: next.index + next[0].length, name: next[1]! } : null;
}

export function valuesOf(contact: { name: string | null; email: string | null } | null, agentName: string): Values {
  return new Map([
    ['contact.name', contact?.name ?? null],
    ['contact.first_name', firstWord(contact?.name ?? null)],
    ['contact.email', contact?.email ?? null],
    ['agent.name', agentName],
    ['agent.first_name', firstWord(agentName)],
  ]);
}

function firstWord(name: string | null): string | null {
  return name?.trim().split(/\s+/)[0] || null;
}
