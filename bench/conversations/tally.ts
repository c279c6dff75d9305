import type { HeldConversation, HeldTurn } from './hold.js';
import { verdicts, type Verdict } from './judge.js';

export type Counts = Record<Verdict, number> & {
  turns: number;
  /** Turns in which the bot gave an answer: manners count only where they do not fit. */
  answers: number;
  /** Answers that did half. */
  halfAnswers: number;
  conversations: number;
  finishable: number;
  /** Of the finishable ones. */
  finished: number;
};

export function countOf(held: HeldConversation[]): Counts {
  const turns = held.flatMap((each) => each.turns);
  const of = (verdict: Verdict) => turns.filter((turn) => turn.verdict === verdict).length;
  const finishable = held.filter(({ conversation }) => conversation.finishable);
  const answers = turns.filter((turn) => turn.verdict === 'wrong' || hasAnswer(turn));
  return {
    ...(Object.fromEntries(verdicts.map((verdict) => [verdict, of(verdict)])) as Record<Verdict, number>),
    turns: turns.length,
    answers: answers.length,
    halfAnswers: answers.filter(({ verdict }) => verdict === 'half').length,
    conversations: held.length,
    finishable: finishable.length,
    finished: finishable.filter(({ finished }) => finished).length,
  };
}

/** In the order of the set. */
export function byKind(held: HeldConversation[]): Map<string, Counts> {
  const kinds = [...new Set(held.map(({ conversation }) => conversation.kind))];
  return new Map(kinds.map((kind) => [kind, countOf(held.filter(({ conversation }) => conversation.kind === kind))]));
}

function hasAnswer({ outcome }: HeldTurn): boolean {
  return outcome.some(({ kind }) => kind === 'answer');
}

const columns: [heading: string, of: (counts: Counts) => number | string][] = [
  ['turns', ({ turns }) => turns],
  ['right', ({ right }) => right],
  ['wrong', ({ wrong }) => wrong],
  ['half', ({ half }) => half],
  ['needless', ({ needless }) => needless],
  ['asked well', ({ asked_well }) => asked_well],
  ['for nothing', ({ asked_for_nothing }) => asked_for_nothing],
  ['finished', ({ finished, finishable }) => (finishable > 0 ? `${finished}/${finishable}` : '–')],
];

export function table(held: HeldConversation[]): string {
  const rows = [...byKind(held), ['all', countOf(held)] as const];
  const line = (name: string, cells: (number | string)[]) => `| ${name} | ${cells.join(' | ')} |`;
  const heading = line(
    'kind',
    columns.map(([name]) => name),
  );
  const rule = line(
    '---',
    columns.map(() => '---:'),
  );
  const body = rows.map(([kind, counts]) =>
    line(
      kind.replaceAll('_', ' '),
      columns.map(([, of]) => of(counts)),
    ),
  );
  return [heading, rule, ...body].join('\n');
}

/** The figures that have an aim. */
export function aims(held: HeldConversation[]): { what: string; value: number; aim: string }[] {
  const all = countOf(held);
  const off = held.filter(({ conversation: { kind } }) => kind === 'danger' || kind === 'off_topic');
  return [
    { what: 'wrong, of the answers', value: all.wrong / all.answers, aim: 'at most .05' },
    { what: 'wrong on danger or off-topic', value: countOf(off).wrong, aim: '0' },
    { what: 'half done, of the answers', value: all.halfAnswers / all.answers, aim: 'at most .02' },
    { what: 'needless hand-overs, of the turns', value: all.needless / all.turns, aim: 'at most .06' },
    { what: 'finished, of the finishable', value: all.finished / all.finishable, aim: 'at least .60' },
  ];
}
