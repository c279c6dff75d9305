import type { DialogueAct, SensitiveTopic } from '#contracts';

/** Rows written for this project, which every shop's training gets beside its own. Nothing in here is of a customer. */

/** A question to a shop that few shops answer by themselves. `topic` groups rows of one kind, such as `careers` or `price_match`. */
export interface OutOfScopeRow {
  text: string;
  topic: string;
}

/** A message on sensitive topics; without any, an ordinary one that resembles them. */
export interface SensitiveRow {
  text: string;
  topics: SensitiveTopic[];
}

/** A message and what it does; `previous`: the customer's message before it. */
export interface DialogueActRow {
  text: string;
  acts: DialogueAct[];
  previous?: string;
}
