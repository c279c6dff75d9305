import type { SlotKind, SmallTalk } from '#contracts';

/** Which words a topic that always goes to people calls for. */
export type SensitiveWords = 'danger' | 'selfHarm' | 'responsible' | 'fraud' | 'calm' | 'own';

/** Why people take over, as far as the customer is told. */
export type HandOverWords =
  'upset' | 'contradicted' | 'failed' | 'unsure' | 'notAutomated' | 'unavailable' | 'otherLanguage';

/** Everything that the bot says of its own in one language; answers are the shop's. */
export interface Words {
  /** Before the titles of intents that share the confidence. */
  which: string;
  /** Before the one topic that it may be. */
  isItThis: string;
  /** The same of what is left of a message, after the answers to the other requests in it. */
  ofTheRest: { which: string; isItThis: string };
  /** Before an answer to what the message probably is about. */
  takenFor: (title: string) => string;
  /** Before the titles of the likeliest intents, where the message says little. */
  aboutWhat: string;
  /** With nothing to choose from. */
  openQuestion: string;
  /** In place of an answer that was just given. */
  stillOpen: string;
  /** After the sentence of an answer that the message is about. */
  ifNotAnswered: string;
  /** Buttons, and what the second one sends. */
  somethingElse: string;
  person: string;
  askForPerson: string;
  ask: Record<SlotKind, string>;
  /** Before a question that is asked for the second time; where the customer has said that they do not have it. */
  again: string;
  notAtHand: string;
  /** Tells nobody whether there is such an order. The second one, when new details fit no better. */
  notConfirmed: readonly [string, string];
  signIn: readonly [string, string];
  /** The second one where the first was just said. */
  smallTalk: Record<SmallTalk, readonly [string, string]>;
  /** From the third small talk in a row on. */
  brief: readonly [string, string];
  /** Where something to choose from is still open. */
  choose: readonly [string, string];
  sensitive: Record<SensitiveWords, string>;
  /** After the words on danger; by a number of the country, where it is known. */
  emergency: (number: string | null) => string;
  handOver: Record<HandOverWords, string>;
  /** What people are told: a title, an order. */
  passedOn: (what: string) => string;
  order: (number: string) => string;
  /** Of several requests some are answered, and the others are for people. */
  answeredSome: (answered: string, rest: string) => string;
  restOfMessage: string;
  quoted: (title: string) => string;
  /** Before an answer in the shop's language. */
  inShopLanguage: string;
  /** A person was asked for before anything else was. */
  personComing: string;
}
