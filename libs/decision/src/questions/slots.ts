import { givenSlots, orderNumbersIn } from '#actions';
import type { ActionSlot } from '#contracts';
import type { Context } from '../context.js';
import { affirmed } from '../requests/denied.js';
import { secondThought } from '../requests/second-thought.js';
import type { ShopAnswer, ShopIntent } from '../situation.js';

/** What the customer has given of what the action needs: in this message, else in those before. A signed-in customer's e-mail is known. */
export function slotsGiven(context: Context, intent: ShopIntent, slots: ActionSlot[]): Record<string, string> {
  const { customerId, email } = context.turn.contact;
  const known = slots.filter(({ kind }) => kind === 'email' && customerId !== null && email !== null);
  const texts = textsOf(context, intent);
  return { ...given(context, slots, texts), ...Object.fromEntries(known.map(({ name }) => [name, email!])) };
}

/** So many orders are looked up for one message. */
const mostOrders = 3;

/** The same for each order of a list, "1041 and 1042": one at least. */
export function slotsOfEach(context: Context, intent: ShopIntent, slots: ActionSlot[]): Record<string, string>[] {
  const first = slotsGiven(context, intent, slots);
  const slot = slots.find(({ name, kind }) => kind === 'order_number' && first[name] !== undefined);
  if (!slot) return [first];
  const number = first[slot.name]!;
  const named = textsOf(context, intent).find((text) => given(context, [slot], [text])[slot.name] === number);
  const asked = named?.askedFor === slot.name;
  const all = named ? orderNumbersIn(named.text, context.shop.orderNumberPattern, asked) : [];
  return all.includes(number) ? all.slice(0, mostOrders).map((each) => ({ ...first, [slot.name]: each })) : [first];
}

/** A request's own words first: "send the jumper back, and have you got the throw?" */
function textsOf(context: Context, intent: ShopIntent): Parameters<typeof givenSlots>[1] {
  const { turn, piece } = context;
  const own = piece === null ? [] : said(piece, null);
  return [...own, ...[turn, ...turn.earlier].flatMap(({ text }, i) => said(text, askedBefore(context, i, intent)))];
}

/** What this message gives of it, by itself. */
export function slotsGivenNow({ open, ...context }: Context, slots: ActionSlot[]): Record<string, string> {
  return given({ open, ...context }, slots, said(context.turn.text, open?.slot ?? null));
}

/** What was taken back half way counts like an earlier message: "cancel 1042. no wait, where is it?" */
function said(text: string, askedFor: string | null): Parameters<typeof givenSlots>[1] {
  const before = secondThought(text)?.before;
  const parts = before === undefined ? [text] : [text, before];
  return parts.map((part) => ({ text: affirmed(part), askedFor }));
}

/** Whether this message gives the order number that an intent needs; `asked`: as if it had been asked for. */
export function givesOrderNumber(context: Context, { answer }: { answer: ShopAnswer }, asked = false): boolean {
  const numbers = (answer.action?.slots ?? []).filter(({ kind }) => kind === 'order_number');
  return numbers.some(({ name }) => given(context, numbers, [{ text: context.turn.text, askedFor: asked ? name : null }])[name] !== undefined); // prettier-ignore
}

/** Whether this message gives what the bot has asked for. */
export function answersQuestion(context: Context, intent: ShopIntent, { action }: ShopAnswer): boolean {
  const { open } = context;
  if (!action || open?.kind !== 'ask_slot' || !asksFor(open, intent)) return false;
  const now = slotsGivenNow(context, action.slots);
  return open.slot === null ? Object.keys(now).length > 0 : Object.hasOwn(now, open.slot);
}

/** How often the bot has asked for it in the episode; null: for all of it again. */
export function timesAsked({ turn }: Context, intentId: string, slot: string | null): number {
  return turn.earlier.filter(
    ({ decision }) => decision?.kind === 'ask_slot' && decision.intentId === intentId && decision.slot === slot,
  ).length;
}

/** Whether a question was asked on behalf of an intent: its own, or that of a request beside it which lacks the same. */
export function asksFor({ intentId, requests }: NonNullable<Context['open']>, { id, name }: ShopIntent): boolean {
  return intentId === id || (requests ?? []).some(({ intent, kind }) => kind === 'ask_slot' && intent === name);
}

function given({ shop, language, turn }: Context, slots: ActionSlot[], texts: Parameters<typeof givenSlots>[1]) {
  return givenSlots(slots, texts, { orderNumberPattern: shop.orderNumberPattern, locale: language, now: turn.at });
}

/** The slot that the bot had asked for before the i-th text, counted from the newest, past whatever small talk came in between. */
function askedBefore({ turn }: Context, i: number, intent: ShopIntent): string | null {
  const decision = turn.earlier.slice(i).find((each) => each.decision?.kind !== 'small_talk')?.decision;
  return decision && asksFor(decision, intent) ? decision.slot : null;
}
