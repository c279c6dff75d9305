import type { DecisionEvidence } from '#contracts';
import type { Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import { noEvidence, repliesOf, type Outcome, type Reply, type Settled } from '../outcome.js';
import { words } from '../words/index.js';

/** One request of a message: where it stands, what it was read as, and what comes of it by itself. */
export interface Request {
  from: number;
  to: number;
  intent: string;
  confidence: number;
  outcome: Outcome;
}

/**
 * What comes of several requests together: the answers in their order, a bubble each, then what is missing or not understood, asked once. Where one of
 * them is for people, what is still open goes to them with it, by name. A call that one of them needs comes first.
 */
export function together(context: Context, requests: Request[]): Outcome {
  const settled: (Request & { outcome: Settled })[] = [];
  for (const { outcome, ...request } of requests) {
    if (outcome.kind === 'act') return outcome;
    settled.push({ ...request, outcome });
  }
  const ofKind = (...kinds: string[]) => settled.filter(({ outcome }) => kinds.includes(outcome.kind));
  const answered = ofKind('answer');
  const evidence = { ...noEvidence, requests: settled.map(evidenceOf) };
  const replies = repliesOf(answered.map(({ outcome }) => outcome));
  const rule = 'several_requests';

  const forPeople = settled.map(({ outcome }) => outcome).find(({ kind }) => kind === 'escalate');
  if (forPeople?.kind === 'escalate') {
    const last = sayWhatGoesOn(context, answered, ofKind('escalate', 'ask_slot', 'clarify'));
    return { ...forPeople, rule, evidence, replies: [...replies, last] };
  }
  const asking = settled.map(({ outcome }) => outcome).find(({ kind }) => kind === 'ask_slot');
  if (asking?.kind === 'ask_slot') return { ...asking, rule, evidence, replies: [...replies, ...asking.replies] };
  const unsure = settled.map(({ outcome }) => outcome).find(({ kind }) => kind === 'clarify');
  if (unsure?.kind === 'clarify') {
    const { options } = unsure.evidence;
    return { ...unsure, rule, evidence: { ...evidence, options }, replies: [...replies, ...unsure.replies] };
  }
  const intentId = answered.flatMap(({ outcome }) => (outcome.kind === 'answer' ? [outcome.intentId] : [])).at(-1)!;
  return { kind: 'answer', rule, intentId, evidence, replies };
}

function evidenceOf({ outcome: { kind, rule }, ...request }: Request & { outcome: Settled }) {
  const { from, to, intent, confidence } = request;
  return { from, to, intent, confidence, kind, rule } satisfies DecisionEvidence['requests'][number];
}

function sayWhatGoesOn(context: Context, answered: Request[], rest: Request[]): Reply {
  if (answered.length === 0) return handOver(context, 'not_automated').replies[0]!;
  const { answeredSome, restOfMessage } = words[context.language];
  const sure = rest.filter(({ confidence }) => confidence >= context.policy.threshold);
  return {
    text: answeredSome(named(context, answered), sure.length === rest.length ? named(context, rest) : restOfMessage),
  };
}

function named({ shop, language }: Context, requests: Request[]): string {
  const titles = new Set(requests.flatMap(({ intent }) => shop.intents.get(intent)?.title ?? []));
  const { quoted, restOfMessage } = words[language];
  if (titles.size === 0) return restOfMessage;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format([...titles].map(quoted));
}
