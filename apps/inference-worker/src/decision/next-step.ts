import type { BotTurn } from '#conversation';
import type { ThresholdRule } from '#model-registry';
import { decide, type Decided, type DecisionInput, type DecisionPolicy } from '#slm';
import { orderNumberIn } from './order-number.js';
import type { Shop, ShopIntent } from '../shop.js';

/** The intent by which customers ask for a person. */
const humanIntents: ReadonlySet<string> = new Set(['talk_to_human']);
/** Two intents this close in confidence are asked about. */
const clarifyMargin = 0.15;

/** What a model brings to a decision: from which confidence it may answer, and what it calls out of scope. */
export type ModelPolicy = Pick<DecisionPolicy, 'threshold' | 'oosLimit'>;

/** Above every confidence: nothing is answered. */
const answerNothing = 2;

/** The certified threshold, where there is one; else the provisional one that came with the model, where that may serve. */
export function thresholdOf(provisional: number, { certified, certifiedOnly }: ThresholdRule): number {
  return certified ?? (certifiedOnly ? answerNothing : provisional);
}

/**
 * The decision on one message in its episode. A customer who answers the bot's own question is taken at their word; the bot
 * asks "this or that?" once in an episode.
 */
export function nextStep(
  turn: Pick<BotTurn, 'text' | 'decisions'>,
  prediction: DecisionInput,
  shop: Shop,
  { threshold, oosLimit }: ModelPolicy,
): Decided {
  const answered = answerToQuestion(turn, shop);
  if (answered) return { kind: 'answer', intent: answered };
  const decided = decide(prediction, {
    threshold,
    oosLimit,
    clarifyMargin,
    automatedIntents: new Set(automated(shop).map((intent) => intent.name)),
    humanIntents,
  });
  const askedBefore = turn.decisions.some(({ kind, intentId }) => kind === 'clarify' && !intentId);
  return decided.kind === 'clarify' && askedBefore ? { kind: 'escalate', reason: 'repeated_failure' } : decided;
}

/** The intent that the customer's message settles, if it answers what the bot asked last: which intent, or for which order. */
function answerToQuestion({ text, decisions }: Pick<BotTurn, 'text' | 'decisions'>, shop: Shop): string | null {
  const last = decisions.at(-1);
  if (last?.kind !== 'clarify') return null;
  const meant = last.intentId
    ? automated(shop).find((intent) => intent.id === last.intentId && orderNumberIn(text))
    : automated(shop).find((intent) => intent.title.toLowerCase() === text.trim().toLowerCase());
  return meant?.name ?? null;
}

function automated(shop: Shop): ShopIntent[] {
  return [...shop.intents.values()].filter((intent) => intent.automate && intent.answer);
}
