import type { DecisionKind, RankedIntent, ShopOrder } from '#contracts';

/** One visitor message in its episode. */
export interface Turn {
  text: string;
  /** The visitor's message before this one in the same episode. */
  previousText: string | null;
  /** What the bot has said last in the same episode. */
  lastBotText: string | null;
  /** The bot's decisions in the same episode so far, oldest first. */
  decisions: { kind: DecisionKind; intentId: string | null }[];
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
  /** Null: the shop has no order API. */
  orderApiUrl: string | null;
  /** By name. */
  intents: ReadonlyMap<string, ShopIntent>;
}

export interface ShopIntent {
  id: string;
  name: string;
  title: string;
  automate: boolean;
  /** The newest approved answer in the workspace's language. */
  answer: { text: string; action: string | null } | null;
}

/** What the order API said: the order, that it knows none of this number, or nothing of use. */
export type OrderResult = ShopOrder | 'unknown' | 'failed';

export interface Knowledge {
  reading: Reading;
  policy: ModelPolicy;
  shop: Shop;
  /** The result of an `act` outcome of this same turn. */
  order?: OrderResult;
}
