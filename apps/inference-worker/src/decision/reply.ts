import { Logger } from '@nestjs/common';
import type { EscalationReason, QuickReply } from '#contracts';
import type { BotTurn, TurnOutcome } from '#conversation';
import type { Decided } from '#slm';
import { orderNumberIn } from './order-number.js';
import { findOrder } from '../order-api.js';
import type { Shop, ShopIntent } from '../shop.js';

const logger = new Logger('reply');

type Outcome = Omit<TurnOutcome, 'prediction'>;

const askOrderNumber = 'Which order is it about? Tell me its number; you find it in the confirmation e-mail.';
const unknownOrder = (number: string) =>
  `I cannot find an order ${number}. Could you check the number? You find it in the confirmation e-mail.`;
const clarifyQuestion = 'I want to get this right: which of these is it about?';
const person: QuickReply = { label: 'Talk to a person', text: 'I want to talk to a person' };

/** Words for a decision. What the bot has said last it does not say again: then people help better. */
export async function replyTo(decided: Decided, turn: BotTurn, shop: Shop): Promise<Outcome> {
  if (decided.kind === 'escalate') return escalate(decided.reason);
  const outcome =
    decided.kind === 'clarify' ? clarify(decided.intents, shop) : await answer(decided.intent, turn, shop);
  return outcome.reply && outcome.reply.text === turn.lastBotText ? escalate('repeated_failure') : outcome;
}

function clarify(names: string[], shop: Shop): Outcome {
  const titles = names.map((name) => shop.intents.get(name)?.title ?? name);
  const quickReplies = [...titles.map((title) => ({ label: title, text: title })), person];
  return { decision: { kind: 'clarify' }, reply: { text: clarifyQuestion, quickReplies } };
}

async function answer(name: string, turn: BotTurn, shop: Shop): Promise<Outcome> {
  const intent = shop.intents.get(name);
  if (!intent?.answer) return escalate('intent_not_automated');
  if (intent.answer.action === 'order_status') return orderStatus(intent, intent.answer.text, turn, shop);
  return filled(intent, intent.answer.text, {});
}

/** The order named in the message, or in the one before. A question back is a decision to clarify about this intent. */
async function orderStatus(intent: ShopIntent, text: string, turn: BotTurn, shop: Shop): Promise<Outcome> {
  if (!shop.orderApiUrl) return escalate('intent_not_automated');
  const ask = (question: string): Outcome => ({
    decision: { kind: 'clarify', intentId: intent.id },
    reply: { text: question },
  });
  const number = orderNumberIn(turn.text) ?? orderNumberIn(turn.previousText ?? '');
  if (!number) return ask(askOrderNumber);
  try {
    const order = await findOrder(shop.orderApiUrl, number);
    if (!order) return ask(unknownOrder(number));
    return filled(intent, text, { orderId: order.number, orderStatus: order.statusText });
  } catch (error) {
    logger.warn(`Order API: ${error instanceof Error ? error.message : String(error)}`);
    return escalate('system_failure');
  }
}

function escalate(reason: EscalationReason): Outcome {
  return { decision: { kind: 'escalate', reason } };
}

/** Puts values into the answer's {{slot}} marks. Half an answer must not go out: a slot that nothing fills is for people. */
function filled(intent: ShopIntent, text: string, slots: Record<string, string>): Outcome {
  const mark = /\{\{\s*(\w+)\s*\}\}/g;
  if ([...text.matchAll(mark)].some(([, name]) => slots[name!] === undefined)) return escalate('intent_not_automated');
  const full = text.replace(mark, (_, name: string) => slots[name]!);
  return { decision: { kind: 'answer', intentId: intent.id }, reply: { text: full } };
}
