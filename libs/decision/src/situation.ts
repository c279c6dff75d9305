import type { AnswerCondition, DecisionKind, RankedIntent } from '#contracts';
import type { Action, ActionResult } from '#actions';

/** One visitor message in its episode. */
export interface Turn {
  text: string;
  /** When it was written. */
  at: Date;
  /** The visitor's messages before this one in the same episode, newest first. */
  earlier: EarlierMessage[];
  /** What the bot has said last in the same episode. */
  lastBotText: string | null;
  /** BCP 47: the language of the episode. */
  locale: string | null;
  contact: TurnContact;
}

export interface EarlierMessage {
  text: string;
  /** What the bot decided about it; null: people had it. */
  decision: { kind: DecisionKind; intentId: string | null; slot: string | null } | null;
}

export interface TurnContact {
  name: string | null;
  email: string | null;
  /** The shop's own id of a customer who is signed in there; then name and e-mail are the shop's word, too. */
  customerId: string | null;
}

/** A message by itself, from somebody of whom nothing is known. */
export function loneTurn(text: string, at: Date): Turn {
  const contact = { name: null, email: null, customerId: null };
  return { text, at, earlier: [], lastBotText: null, locale: null, contact };
}

/** What a model makes of the message. */
export interface Reading {
  intent: string;
  /** P(this intent is right), 0 to 1. */
  confidence: number;
  /** P(no intent fits), 0 to 1. */
  oosScore: number;
  /** Best first. */
  topK: RankedIntent[];
}

/** What a model version brings to a decision. */
export interface ModelPolicy {
  /** Answer at or above this confidence. Above 1 answers nothing. */
  threshold: number;
  /** Above this out-of-scope score no intent fits. */
  oosLimit: number;
}

/** What the bot knows of a workspace. */
export interface Shop {
  /** Speaks where the customer's language has no answer. */
  locale: string;
  /** Contracts' numberPattern; empty: the usual shapes. */
  orderNumberPattern: string;
  customerNumberPattern: string;
  /** By name. */
  intents: ReadonlyMap<string, ShopIntent>;
}

export interface ShopIntent {
  id: string;
  name: string;
  title: string;
  automate: boolean;
  /** The newest approved one of each language. */
  answers: ReadonlyMap<string, ShopAnswer>;
}

export interface ShopAnswer {
  text: string;
  conditions: AnswerCondition[];
  action: Action | null;
}

export interface Knowledge {
  reading: Reading;
  policy: ModelPolicy;
  shop: Shop;
  /** The result of an `act` outcome of this same turn. */
  result?: ActionResult;
}
