import type {
  AnswerCondition,
  DecisionKind,
  DecisionRule,
  DialogueAct,
  QuickReply,
  RankedIntent,
  SensitiveTopic,
  Similarity,
  TopicSettings,
  WorkspaceSettings,
} from '#contracts';
import type { Action, ActionResult } from '#actions';

/** One visitor message in its episode. */
export interface Turn {
  text: string;
  /** When it was written. */
  at: Date;
  /** The visitor's messages before this one in the same episode, newest first. */
  earlier: EarlierMessage[];
  /** What the bot has said last in the same episode, and what it offered to choose from. */
  lastBot: { text: string; quickReplies: QuickReply[] } | null;
  /** BCP 47: the language of the widget when the episode began. */
  locale: string | null;
  contact: TurnContact;
}

export interface EarlierMessage {
  text: string;
  /** What the bot decided about it; null: people had it. */
  decision: {
    kind: DecisionKind;
    rule: DecisionRule | null;
    intentId: string | null;
    slot: string | null;
    /** It was read together with what the customer wrote before it. */
    leaned?: boolean;
    /** Of several requests in it: what was done about each (evidence.requests). */
    requests?: { intent: string; kind: DecisionKind }[];
  } | null;
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
  return { text, at, earlier: [], lastBot: null, locale: null, contact };
}

/** What a model makes of a message, or of one request in it. */
export interface IntentReading {
  intent: string;
  /** P(this intent is right), 0 to 1. */
  confidence: number;
  /** P(no intent fits), 0 to 1. */
  oosScore: number;
  /** Best first. */
  topK: RankedIntent[];
}

/** What a model makes of a message. */
export interface Reading extends IntentReading {
  /** P of each sensitive topic. */
  topics: Record<SensitiveTopic, number>;
  /** P of each dialogue act. */
  acts: Record<DialogueAct, number>;
  /** The message leans on the one before it, and was read together with it. */
  readAfterPrevious: boolean;
  /** Then: what it was read as by itself. */
  alone: IntentReading | null;
  /** Then: what the message before it was read as by itself, best first; empty where the model needs no such reading, or it was not read so. */
  before: RankedIntent[];
  /** Where the message holds several requests: each by itself, in their order, with its words and its span in UTF-16 units. Else empty. */
  requests: ReadRequest[];
  /** Where it may hold several or be one: what it would fall into. Else empty. */
  possibleRequests: ReadRequest[];
}

/** One request of a message, read by itself. */
export type ReadRequest = IntentReading & { from: number; to: number; text: string };

/** What a model version brings to a decision. */
export interface ModelPolicy {
  /** Answer at or above this confidence. Above 1 answers nothing. */
  threshold: number;
  /** Answer an intent that no other comes near from this confidence on, and say what the message was taken for. Above 1 never. */
  likelyFrom: number;
  /** Above this out-of-scope score no intent fits. */
  oosLimit: number;
}

/** What the bot knows of a workspace. */
export interface Shop {
  /** Speaks where the customer's language has no answer. */
  locale: string;
  otherLanguages: WorkspaceSettings['otherLanguages'];
  /** ISO 3166. */
  country: string;
  topics: TopicSettings;
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
  /** The results of the `act` outcomes of this same turn, by `callKey`. */
  results: ReadonlyMap<string, ActionResult>;
  /** How near the message is to each text of the `compare` outcomes of this same turn. Null: nothing can be compared. */
  similarities: ReadonlyMap<string, Similarity> | null;
}
