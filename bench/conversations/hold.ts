import { decisionEvidence, type DecisionRule, type MessageView, type RankedIntent } from '#contracts';
import type { Database } from '#database';
import type { Visitor } from '../platform/visitor.js';
import { judgeTurn, type Verdict } from './judge.js';
import { optionsOf, outcomeOf, type Decided, type Part } from './outcome.js';
import type { Conversation, Turn } from './set.js';

/** One message as it went. */
export interface HeldTurn {
  turn: Turn;
  outcome: Part[];
  verdict: Verdict;
  /** The bubbles that the visitor saw after it. */
  replies: { text: string; options: string[] }[];
  rule: DecisionRule | null;
  confidence: number | null;
  oosScore: number | null;
  threshold: number | null;
  topK: RankedIntent[];
  evidence: Decided['evidence'];
}

export interface HeldConversation {
  conversation: Conversation;
  turns: HeldTurn[];
  /** The bot had it to the end, said nothing wrong and left nothing undone. */
  finished: boolean;
}

/** Holds a conversation one message at a time, as long as the bot has it. */
export async function hold(conversation: Conversation, visitor: Visitor, log: DecisionLog): Promise<HeldConversation> {
  const turns: HeldTurn[] = [];
  for (const turn of conversation.turns) {
    const before = turns.at(-1);
    if (!isSaid(turn, before)) continue;
    if (before?.outcome.some(({ kind }) => kind === 'people')) break;
    turns.push(await holdTurn(turn, visitor, log));
  }
  const last = turns.at(-1)!;
  const spoiled = turns.some(({ verdict }) => verdict === 'wrong' || verdict === 'half');
  const handedOver = last.outcome.some(({ kind }) => kind === 'people');
  return { conversation, turns, finished: !spoiled && !handedOver && last.verdict === 'right' };
}

function isSaid(turn: Turn, before: HeldTurn | undefined): boolean {
  if (!turn.if) return true;
  const kind = turn.if === 'asked' ? 'ask' : 'clarify';
  return before?.outcome.some((part) => part.kind === kind) ?? false;
}

async function holdTurn(turn: Turn, visitor: Visitor, log: DecisionLog): Promise<HeldTurn> {
  const { receipt } = await visitor.ask(turn.say);
  const bubbles = (await visitor.sync(receipt.seq)).filter(({ senderType }) => senderType === 'bot');
  const { decided, ...shown } = await log.read(receipt.id, bubbles);
  const outcome = outcomeOf(decided);
  const replies = bubbles.map(({ text, quickReplies }) => ({ text, options: quickReplies.map(({ label }) => label) }));
  const said = replies.map(({ text }) => text).join('\n');
  return { turn, outcome, verdict: judgeTurn(outcome, said, turn), replies, evidence: decided.evidence, ...shown };
}

/** What Baton wrote down about messages. */
export class DecisionLog {
  private constructor(
    private readonly db: Database,
    private readonly nameById: ReadonlyMap<string, string>,
    private readonly nameByTitle: ReadonlyMap<string, string>,
  ) {}

  static async open(db: Database, workspaceId: string): Promise<DecisionLog> {
    const intents = await db.intent.findMany({ where: { workspaceId } });
    return new DecisionLog(
      db,
      new Map(intents.map(({ id, name }) => [id, name])),
      new Map(intents.map(({ title, name }) => [title.toLowerCase(), name])),
    );
  }

  async read(messageId: string, bubbles: MessageView[]) {
    const decision = await this.db.decision.findUniqueOrThrow({ where: { messageId } });
    const { conversationId, kind, rule, threshold } = decision;
    const queued = await this.db.queueEntry.findUnique({ where: { conversationId } });
    if (rule === 'model_silent')
      throw new Error('No model read a message in time: the figures would be of the machine.');
    const prediction = await this.db.prediction.findUnique({ where: { messageId } });
    const quickReplies = bubbles.flatMap((bubble) => bubble.quickReplies);
    const decided: Decided = {
      kind,
      intent: decision.intentId === null ? null : (this.nameById.get(decision.intentId) ?? null),
      slot: decision.slot,
      evidence: decision.evidence === null ? null : decisionEvidence.parse(decision.evidence),
      urgent: (queued?.priority ?? 0) > 0,
      options: optionsOf(quickReplies, this.nameByTitle),
    };
    const { confidence = null, oosScore = null } = prediction ?? {};
    return { decided, rule, threshold, confidence, oosScore, topK: (prediction?.topK ?? []) as RankedIntent[] };
  }
}
