import { givenSlots } from '#actions';
import type { Context } from '../context.js';
import type { ShopIntent } from '../situation.js';
import { words } from '../words/index.js';

/** A guess of the model from here on is a topic to name. */
const sureEnough = 0.5;
const orderNumber = { name: 'order', kind: 'order_number', question: '', choices: [] } as const;

/** What people are told, in one line: the topic and the order. Never an e-mail address, a postcode or free text. Null: nothing is known. */
export function passedOn(context: Context, about = topic(context)): string | null {
  const { turn, shop, language } = context;
  const texts = [turn, ...turn.earlier].map(({ text }) => ({ text, askedFor: null }));
  const reader = { orderNumberPattern: shop.orderNumberPattern, locale: language, now: turn.at };
  const { order } = givenSlots([{ ...orderNumber, choices: [] }], texts, reader);
  const parts = [about?.title, order === undefined ? undefined : words[language].order(order)];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? null : known.join(', ');
}

/** What the bot has asked about, else what the model takes it for, else what it was about before. */
function topic({ open, reading, shop, turn }: Context): ShopIntent | undefined {
  const byId = (id: string | null | undefined) => [...shop.intents.values()].find((intent) => intent.id === id);
  const guess = reading.confidence >= sureEnough ? shop.intents.get(reading.intent) : undefined;
  const before = turn.earlier.find(({ decision }) => decision?.intentId)?.decision?.intentId;
  return byId(open?.intentId) ?? guess ?? byId(before);
}
