import { fits, parseOutcome, type Part } from './outcome.js';

/**
 * `right`: an outcome that may be, without a question. `asked_well`: one with a question. `wrong`: the bot said something that does not
 * belong there. `half`: some of what was asked, or people who ought to have had it first in the line and have it at its end.
 * `needless`: people, where a bot was enough. `asked_for_nothing`: a question that was not called for.
 */
export const verdicts = ['right', 'wrong', 'half', 'needless', 'asked_well', 'asked_for_nothing'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Key {
  /** Outcomes that may be, as parseOutcome reads them. */
  may: string[];
  /** What must be in the answer, or said to whom is handed over, in any case of letters. */
  says: string[];
  /** What nothing the bot says may have in it. */
  never: string[];
}

/** Judges what the bot did with one message, and said. */
export function judgeTurn(happened: Part[], said: string, { may, says, never }: Key): Verdict {
  const text = said.toLowerCase();
  if (never.some((words) => text.includes(words.toLowerCase()))) return 'wrong';
  const ways = may.map(parseOutcome);
  if (ways.some((way) => same(happened, way))) {
    if (happened.some(isQuestion)) return 'asked_well';
    const unsaid = says.filter((words) => !text.includes(words.toLowerCase()));
    if (unsaid.length === 0) return 'right';
    // An answer about something else, or one that leaves something out.
    return happened.some(({ kind }) => kind === 'answer') && unsaid.length === says.length ? 'wrong' : 'half';
  }
  const allowed = ways.flat();
  const isAllowed = (part: Part) => allowed.some((each) => fits(part, each));
  if (happened.some((part) => !isQuestion(part) && part.kind !== 'people' && !isAllowed(part))) return 'wrong';
  const handedOver = happened.find(({ kind }) => kind === 'people');
  if (handedOver) return allowed.some(({ kind }) => kind === 'people') ? 'half' : 'needless';
  return happened.every(isAllowed) ? 'half' : 'asked_for_nothing';
}

function same(happened: Part[], way: Part[]): boolean {
  return happened.length === way.length && way.every((may, i) => fits(happened[i]!, may));
}

function isQuestion({ kind }: Part): boolean {
  return kind === 'ask' || kind === 'clarify';
}
