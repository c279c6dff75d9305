import type { ActionSlot, Locale, QuickReply, SlotKind } from '#contracts';
import type { Reply } from './outcome.js';
import type { Shop, ShopIntent, Turn } from './situation.js';
import { words } from './words-by-language.js';

/** The language to speak: the customer's where the bot knows it, else the shop's. */
export function languageOf({ locale }: Pick<Turn, 'locale'>, shop: Pick<Shop, 'locale'>): Locale {
  const known = (tag: string | null) => {
    const language = tag?.split(/[-_]/)[0]?.toLowerCase() ?? '';
    return Object.hasOwn(words, language) ? (language as Locale) : null;
  };
  return known(locale) ?? known(shop.locale) ?? 'en';
}

export function askWhich(language: Locale, intents: ShopIntent[]): Reply {
  const { which, person, askForPerson } = words[language];
  const titles: QuickReply[] = intents.map(({ title }) => ({ label: title, text: title }));
  return { text: which, quickReplies: [...titles, { label: person, text: askForPerson }] };
}

/** The shop's own question where it has one. `again`: it was asked once already. */
export function askForSlot(language: Locale, { kind, question, choices }: ActionSlot, again: boolean): Reply {
  const { ask, again: oncemore } = words[language];
  const asked = question === '' ? ask[kind satisfies SlotKind] : question;
  return {
    text: again ? `${oncemore} ${asked}` : asked,
    ...(kind === 'choice' && { quickReplies: choices.map((choice) => ({ label: choice, text: choice })) }),
  };
}

export function notConfirmed(language: Locale): Reply {
  return { text: words[language].notConfirmed };
}

export function signInFirst(language: Locale): Reply {
  return { text: words[language].signIn };
}
