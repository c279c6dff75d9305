import type { QuickReply } from '#contracts';
import type { Reply } from './outcome.js';
import type { ShopIntent } from './situation.js';

const person: QuickReply = { label: 'Talk to a person', text: 'I want to talk to a person' };

export function askWhich(intents: ShopIntent[]): Reply {
  const titles = intents.map(({ title }) => ({ label: title, text: title }));
  return { text: 'I want to get this right: which of these is it about?', quickReplies: [...titles, person] };
}

export const askOrderNumber: Reply = {
  text: 'Which order is it about? Tell me its number; you find it in the confirmation e-mail.',
};

export function askAnotherOrderNumber(number: string): Reply {
  return {
    text: `I cannot find an order ${number}. Could you check the number? You find it in the confirmation e-mail.`,
  };
}

/** Puts values in the place of the {{slot}} marks of an approved answer; null when one of them has no value: half an answer must not go out. */
export function fill(text: string, slots: Record<string, string>): Reply | null {
  const mark = /\{\{\s*(\w+)\s*\}\}/g;
  if ([...text.matchAll(mark)].some(([, name]) => slots[name!] === undefined)) return null;
  return { text: text.replace(mark, (_, name: string) => slots[name]!) };
}
