import type { DecisionRule } from '#contracts';
import { orderNumberIn } from './order-number.js';
import { escalate, type Outcome, type Settled } from './outcome.js';
import type { Knowledge, Shop, ShopIntent, Turn } from './situation.js';
import { askAnotherOrderNumber, askOrderNumber, askWhich, fill } from './words.js';

/** The intents by which customers ask for a person. */
const humanIntents: ReadonlySet<string> = new Set(['talk_to_human']);
/** Two intents this close in confidence are asked about. */
const clarifyMargin = 0.15;

/**
 * The one place where it is decided what happens with a visitor's message: answer, ask back, ask for what an answer needs, call
 * the shop first, or hand over. `null`: no model has read it in time. After an `act` outcome the same turn is decided again, with
 * the call's result among what is known. What the bot has said last it does not say again: then people help better.
 */
export function decide(turn: Turn, known: null): Settled;
export function decide(turn: Turn, known: Knowledge | null): Outcome;
export function decide(turn: Turn, known: Knowledge | null): Outcome {
  if (!known) return escalate('model_silent');
  const outcome = choose(turn, known);
  return 'reply' in outcome && outcome.reply.text === turn.lastBotText ? escalate('said_before') : outcome;
}

/**
 * A customer who answers the bot's own question is taken at their word. Asking for a person is heeded however unsure the model is
 * of it, as long as it is the best guess and not out of scope: a needless hand-over costs less than a customer who is held back.
 */
function choose(turn: Turn, known: Knowledge): Outcome {
  const { reading, policy, shop } = known;
  const meant = answerToQuestion(turn, shop);
  if (meant) return answer(turn, known, meant, 'question_answered');

  const outOfScope = reading.oosScore > policy.oosLimit;
  if (humanIntents.has(reading.intent) && !outOfScope) return escalate('person_asked_for');
  if (reading.confidence >= policy.threshold) {
    const intent = automated(shop, reading.intent);
    return intent ? answer(turn, known, intent, 'confident') : escalate('not_automated');
  }
  if (outOfScope) return escalate('out_of_scope');
  const close = closeIntents(known);
  if (!close) return escalate('not_confident');
  if (turn.decisions.some(({ kind }) => kind === 'clarify')) return escalate('asked_before');
  return { kind: 'clarify', rule: 'close_intents', reply: askWhich(close) };
}

/** The intent that the message settles, where it answers what the bot asked last: which intent, or for which order. */
function answerToQuestion({ text, decisions }: Turn, shop: Shop): AnsweredIntent | undefined {
  const asked = decisions.at(-1);
  const intents = [...shop.intents.values()].filter(isAutomated);
  if (asked?.kind === 'ask_slot') return intents.find(({ id }) => id === asked.intentId && orderNumberIn(text));
  if (asked?.kind !== 'clarify') return undefined;
  return intents.find(({ title }) => title.toLowerCase() === text.trim().toLowerCase());
}

/** The first two intents, where either may be right and one of them surely is. */
function closeIntents({ reading, policy, shop }: Knowledge): ShopIntent[] | null {
  const [first, second] = reading.topK;
  if (!first || !second || policy.threshold > 1) return null;
  if (first.confidence - second.confidence > clarifyMargin) return null;
  if (first.confidence + second.confidence < policy.threshold) return null;
  const intents = [first, second].flatMap(({ intent }) => automated(shop, intent) ?? []);
  return intents.length === 2 ? intents : null;
}

/** The approved answer of an intent, or what it still lacks. */
function answer(turn: Turn, { shop, order }: Knowledge, intent: AnsweredIntent, rule: DecisionRule): Outcome {
  const intentId = intent.id;
  const say = (slots: Record<string, string>): Outcome => {
    const reply = fill(intent.answer.text, slots);
    return reply ? { kind: 'answer', rule, intentId, reply } : escalate('slot_unfilled');
  };
  if (intent.answer.action !== 'order_status') return say({});

  if (!shop.orderApiUrl) return escalate('action_unavailable');
  const orderNumber = orderNumberIn(turn.text) ?? orderNumberIn(turn.previousText ?? '');
  if (!orderNumber) return { kind: 'ask_slot', rule: 'slot_missing', intentId, reply: askOrderNumber };
  switch (order) {
    case undefined:
      return { kind: 'act', action: 'order_status', orderNumber };
    case 'failed':
      return escalate('action_failed');
    case 'unknown':
      return { kind: 'ask_slot', rule: 'slot_unknown', intentId, reply: askAnotherOrderNumber(orderNumber) };
    default:
      return say({ orderId: order.number, orderStatus: order.statusText });
  }
}

type AnsweredIntent = ShopIntent & { answer: NonNullable<ShopIntent['answer']> };

function isAutomated(intent: ShopIntent): intent is AnsweredIntent {
  return intent.automate && intent.answer !== null;
}

function automated(shop: Shop, name: string): AnsweredIntent | undefined {
  const intent = shop.intents.get(name);
  return intent && isAutomated(intent) ? intent : undefined;
}
