import type { ActionSlot } from '#contracts';
import { givenSlots } from '#actions';
import { escalate, noEvidence, type Settled } from './outcome.js';
import type { Shop, ShopAnswer, ShopIntent, Turn } from './situation.js';
import { askForSlot, languageOf, notConfirmed, signInFirst } from './words.js';

/** How often the bot asks for the same. */
const mostQuestions = 2;

/** What the customer has given of what the action needs: in this message, else in those before. A signed-in customer's e-mail is known. */
export function slotsGiven(turn: Turn, shop: Shop, intent: ShopIntent, slots: ActionSlot[]): Record<string, string> {
  const texts = [turn, ...turn.earlier].map(({ text }, i) => ({ text, askedFor: askedBefore(turn, i, intent) }));
  const { customerId, email } = turn.contact;
  const known = slots.filter(({ kind }) => kind === 'email' && customerId !== null && email !== null);
  return { ...given(turn, shop, slots, texts), ...Object.fromEntries(known.map(({ name }) => [name, email!])) };
}

/** Whether this message gives what the bot has just asked for. */
export function answersQuestion(turn: Turn, shop: Shop, intent: ShopIntent, { action }: ShopAnswer): boolean {
  const asked = turn.earlier[0]?.decision;
  if (!action || asked?.kind !== 'ask_slot' || asked.intentId !== intent.id) return false;
  const now = given(turn, shop, action.slots, [{ text: turn.text, askedFor: asked.slot }]);
  return asked.slot === null ? Object.keys(now).length > 0 : Object.hasOwn(now, asked.slot);
}

/** The second time in other words: the bot never says the same twice in a row. */
export function askFor(turn: Turn, shop: Shop, intentId: string, slot: ActionSlot): Settled {
  const before = timesAsked(turn, intentId, slot.name);
  if (before >= mostQuestions) return escalate('asked_twice');
  const reply = askForSlot(languageOf(turn, shop), slot, before > 0);
  return { kind: 'ask_slot', rule: 'slot_missing', intentId, slot: slot.name, evidence: noEvidence, replies: [reply] };
}

/** The same words whether the shop knows nothing of what was given or it belongs to somebody else. */
export function sayNotConfirmed(turn: Turn, shop: Shop, intentId: string): Settled {
  if (timesAsked(turn, intentId, null) >= mostQuestions) return escalate('asked_twice');
  return {
    kind: 'ask_slot',
    rule: 'not_confirmed',
    intentId,
    evidence: noEvidence,
    replies: [notConfirmed(languageOf(turn, shop))],
  };
}

export function askToSignIn(turn: Turn, shop: Shop, intentId: string): Settled {
  return {
    kind: 'ask_slot',
    rule: 'not_signed_in',
    intentId,
    evidence: noEvidence,
    replies: [signInFirst(languageOf(turn, shop))],
  };
}

function given(turn: Turn, shop: Shop, slots: ActionSlot[], texts: Parameters<typeof givenSlots>[1]) {
  const reader = { orderNumberPattern: shop.orderNumberPattern, locale: languageOf(turn, shop), now: turn.at };
  return givenSlots(slots, texts, reader);
}

/** The slot that the bot had asked for before the i-th text, counted from the newest. */
function askedBefore({ earlier }: Turn, i: number, { id }: ShopIntent): string | null {
  const decision = earlier[i]?.decision;
  return decision?.intentId === id ? decision.slot : null;
}

function timesAsked({ earlier }: Turn, intentId: string, slot: string | null): number {
  return earlier.filter(
    ({ decision }) => decision?.kind === 'ask_slot' && decision.intentId === intentId && decision.slot === slot,
  ).length;
}
