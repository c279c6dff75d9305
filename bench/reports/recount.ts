/**
 * The reports' figures again, by other code and from other rows: what the product reads from columns of episodes, decisions and assignments
 * is read here from the messages alone, and from what agents and customers said of them.
 */
import { DateTime } from 'luxon';
import type { Database, Decision as AnyDecision, Message as AnyMessage } from '#database';
import { groupBy } from '#statistics';

type Message = Pick<AnyMessage, keyof typeof messageColumns>;
type Decision = Pick<AnyDecision, keyof typeof decisionColumns>;

const messageColumns = {
  ...{ id: true, conversationId: true, seq: true, kind: true },
  ...{ senderType: true, activity: true, createdAt: true },
} as const;
const decisionColumns = { messageId: true, kind: true, intentId: true, smallTalk: true } as const;

interface Span {
  openedAt: Date;
  closedAt: Date | null;
  intentId: string | null;
  agentId: string | null;
  involved: boolean;
  helped: boolean;
  unhelped: boolean;
  answeredLast: boolean;
  people: boolean;
  nothingAsked: boolean;
  firstResponse: number | null;
  waiting: number | null;
  handling: number | null;
  rating: { by: 'bot' | 'agent'; score: number } | null;
  outcome: string | null;
}

const codeOf = (message?: Message) => (message?.activity as { code: string } | null | undefined)?.code;
/** What puts a conversation into the waiting line, and what makes an agent its owner; `returned` is both at once. */
const handedOver = ['handed_over', 'requeued', 'transferred', 'returned'];
const joined = ['joined', 'taken_over', 'returned'];
const ended = ['resolved', 'closed_by_bot', 'closing_undone'];
const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000;

/** By conversation, in their order. */
export async function recountEpisodes(db: Database, workspaceId: string): Promise<Span[]> {
  const where = { workspaceId };
  const messages = groupBy(
    await db.message.findMany({ where, select: messageColumns, orderBy: { seq: 'asc' } }),
    (m) => m.conversationId,
  );
  const decisions = new Map(
    (await db.decision.findMany({ where, select: decisionColumns })).map((each) => [each.messageId, each]),
  );
  const labels = new Map((await db.resolution.findMany({ where })).map((each) => [each.episodeId, each]));
  const ratings = new Map((await db.csatResponse.findMany({ where })).map((each) => [each.episodeId, each]));
  const episodes = await db.episode.findMany({ where, orderBy: { firstSeq: 'asc' } });
  return [...groupBy(episodes, (each) => each.conversationId)].flatMap(([conversationId, own]) => {
    const all = messages.get(conversationId)!;
    const spans = own.map(({ id, firstSeq }, n) => {
      const end = own[n + 1]?.firstSeq ?? Infinity;
      const inside = all.filter(({ seq }) => seq >= firstSeq && seq < end);
      return spanOf(inside, decisions, labels.get(id), ratings.get(id));
    });
    const asked = spans.filter(({ nothingAsked }) => !nothingAsked);
    asked.forEach((span, n) => (span.outcome = outcomeOf(span, asked[n + 1])));
    return asked;
  });
}

function spanOf(
  inside: Message[],
  decisions: Map<string, Decision>,
  label?: { kind: string; intentId: string | null; agentId: string },
  rating?: { score: number; answeredBy: 'bot' | 'agent' },
): Span {
  const decided = inside.flatMap(({ id }) => decisions.get(id) ?? []);
  const asks = decided.filter(({ kind, smallTalk }) => kind !== 'small_talk' && smallTalk === null);
  const end = inside.findLast((m) => ended.includes(codeOf(m) ?? ''));
  const close = codeOf(end) === 'closing_undone' ? undefined : end;
  const handover = inside.find((m) => handedOver.includes(codeOf(m) ?? ''));
  const joins = inside.filter((m) => joined.includes(codeOf(m) ?? ''));
  const reply = inside.find(
    (m) => handover && m.seq > handover.seq && m.kind === 'outbound' && m.senderType === 'agent',
  );
  const taken = joins.find((m) => handover && m.seq >= handover.seq);
  const answered = decided.findIndex((d) => d === asks.at(-1) && d.kind === 'answer');
  const thanked = answered >= 0 && decided.slice(answered).some(({ smallTalk }) => smallTalk === 'thanks');
  const byCustomer = (ok: (score: number) => boolean) => rating?.answeredBy === 'bot' && ok(rating.score);
  const labelled = label?.kind === 'confirmed' || label?.kind === 'corrected';
  const guessed = label?.kind === 'out_of_scope' ? null : asks.findLast(({ intentId }) => intentId !== null)?.intentId;
  return {
    openedAt: inside[0]!.createdAt,
    closedAt: close?.createdAt ?? null,
    intentId: (labelled ? label.intentId : guessed) ?? null,
    agentId: label?.agentId ?? null,
    involved: asks.some(({ kind }) => kind !== 'escalate'),
    helped: thanked || byCustomer((score) => score > 3),
    unhelped: byCustomer((score) => score < 3),
    answeredLast: decided.findLast(({ kind }) => kind !== 'small_talk')?.kind === 'answer',
    people: joins.length > 0,
    nothingAsked: decided.length > 0 && asks.length === 0 && !handover && joins.length === 0,
    firstResponse: handover && reply ? seconds(handover.createdAt, reply.createdAt) : null,
    waiting: handover && taken ? seconds(handover.createdAt, taken.createdAt) : null,
    handling: close && codeOf(close) === 'resolved' ? seconds(joins.at(-1)!.createdAt, close.createdAt) : null,
    rating: rating ? { by: rating.answeredBy, score: rating.score } : null,
    outcome: null,
  };
}

function outcomeOf(span: Span, next?: Span): string | null {
  if (!span.closedAt) return null;
  if (span.people) return 'handedOff';
  const sameThing = next && (!next.intentId || !span.intentId || next.intentId === span.intentId);
  if (sameThing && seconds(span.closedAt, next.openedAt) < 86_400) return 'recontacted';
  if (span.involved && span.helped) return 'confirmed';
  return span.involved && span.answeredLast && !span.unhelped ? 'assumed' : 'abandoned';
}

export const keys = {
  day: (span: Span, zone: string) => DateTime.fromJSDate(span.openedAt, { zone }).toISODate()!,
  hour: (span: Span, zone: string) => String(DateTime.fromJSDate(span.openedAt, { zone }).hour),
  intent: (span: Span) => span.intentId,
  agent: (span: Span) => span.agentId,
} as const;

/** Of a group: every count and time of a report, intervals left out. */
export function recount(spans: Span[]) {
  const closed = spans.filter(({ closedAt }) => closedAt);
  const with_ = (outcome: string) => closed.filter((span) => span.outcome === outcome).length;
  const involved = closed.filter((span) => span.involved).length;
  const resolved = with_('confirmed') + with_('assumed');
  const contained = closed.length - with_('handedOff');
  const share = (n: number, of: number) => ({ n, of });
  const times = (values: (number | null)[]) => {
    const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
    const at = (p: number) => sorted[Math.ceil(p * sorted.length) - 1] ?? null;
    return { n: sorted.length, median: at(0.5), p90: at(0.9) };
  };
  const rated = (by: 'bot' | 'agent') => {
    const scores = spans.flatMap(({ rating }) => (rating?.by === by ? rating.score : []));
    const mean = scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null;
    return { positive: share(scores.filter((score) => score >= 4).length, scores.length), mean };
  };
  return {
    closed: closed.length,
    stillOpen: spans.length - closed.length,
    involvement: share(involved, closed.length),
    confirmed: share(with_('confirmed'), closed.length),
    assumed: share(with_('assumed'), closed.length),
    recontacted: share(with_('recontacted'), closed.length),
    abandoned: share(with_('abandoned'), closed.length),
    handedOff: share(with_('handedOff'), closed.length),
    resolution: share(resolved, involved),
    automation: share(resolved, closed.length),
    containment: share(contained, closed.length),
    recontact: share(with_('recontacted'), contained),
    firstResponse: times(spans.map((span) => span.firstResponse)),
    waiting: times(spans.map((span) => span.waiting)),
    handling: times(spans.map((span) => span.handling)),
    csatBot: rated('bot'),
    csatAgent: rated('agent'),
  };
}
