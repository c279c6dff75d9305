import type { Phrases } from '../grammar.js';

/** What a message of known phrases does. The first of them that it does is what it is. */
export const politeActs = [
  /** Wants a person. */
  'person',
  /** Asks what the bot is. */
  'identity',
  /** None of what was offered. */
  'other',
  /** Wants something without saying what. */
  'general',
  /** Nothing more is wanted. */
  'noMore',
  'goodbye',
  'waiting',
  'thanks',
  'unhappy',
  'greeting',
  /** "No", by itself. */
  'no',
  'acknowledgement',
  /** Says nothing by itself: "please", "for your help". */
  'filler',
] as const;
export type PoliteAct = (typeof politeActs)[number];
export type PolitePhrases = Phrases<PoliteAct>;
