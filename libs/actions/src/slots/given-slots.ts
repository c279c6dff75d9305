import type { ActionSlot, SlotKind } from '#contracts';
import { choiceIn } from './choice.js';
import { dateIn } from './date.js';
import { emailIn } from './email.js';
import { orderNumberIn } from './order-number.js';
import { plain, type Found } from './plain.js';
import { postcodeIn } from './postcode.js';

/** What a customer wrote, and the slot that the bot had asked for just before. */
export interface GivenText {
  text: string;
  askedFor: string | null;
}

/** What helps to read it. */
export interface Reader {
  /** Contracts' numberPattern; empty: the usual shapes. */
  orderNumberPattern: string;
  /** The customer's language. */
  locale: string;
  now: Date;
}

/** The surest first, since one takes its piece of the text away from the next. */
const kindsInOrder: SlotKind[] = ['email', 'date', 'postcode', 'choice', 'order_number', 'text'];
const maxText = 500;

/** What was given for the slots, by name, in texts from the newest to the oldest: the newest counts. */
export function givenSlots(slots: ActionSlot[], texts: GivenText[], reader: Reader): Record<string, string> {
  const given = new Map<string, string>();
  for (const { text, askedFor } of texts) {
    const asked = (slot: ActionSlot) => slot.name === askedFor;
    const order = (slot: ActionSlot) => (asked(slot) ? -1 : kindsInOrder.indexOf(slot.kind));
    let rest = plain(text);
    for (const slot of [...slots].sort((a, b) => order(a) - order(b))) {
      const taken = valueIn(slot, rest, asked(slot), reader);
      if (!taken) continue;
      rest = plain(taken.rest);
      if (!given.has(slot.name)) given.set(slot.name, taken.value);
    }
  }
  return Object.fromEntries(given);
}

function valueIn(slot: ActionSlot, text: string, asked: boolean, reader: Reader): Found | null {
  switch (slot.kind) {
    case 'order_number':
      return orderNumberIn(text, reader.orderNumberPattern, asked);
    case 'email':
      return emailIn(text, asked);
    case 'postcode':
      return postcodeIn(text, asked);
    case 'date':
      return dateIn(text, reader.locale, reader.now, asked);
    case 'choice':
      return choiceIn(text, slot.choices, asked);
    case 'text':
      return asked && text !== '' ? { value: text.slice(0, maxText).toWellFormed(), rest: '' } : null;
  }
}
