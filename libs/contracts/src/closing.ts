import { z } from 'zod';
import { decisionRule, escalationReason } from './enums.js';
import { integer, safeText } from './text.js';

/** A closing is taken back within this time. */
export const undoSeconds = 10;
/** What a conversation taught can be put right in the conversation for so long. */
export const labelsEditableDays = 14;

/** A part of a message's text, in UTF-16 units. */
export const messageSpan = z.object({ from: integer(0), to: integer(1) });

/** What a message, or one of several requests in it, asks for. `intent: null`: none of the shop's topics, or, not `outOfScope`, no question. */
export const intentLabel = z.object({
  messageId: z.uuid(),
  span: messageSpan.nullable().default(null),
  intent: safeText(100).nullable(),
  outOfScope: z.boolean().default(false),
});
export type IntentLabelInput = z.input<typeof intentLabel>;
export type IntentLabelView = z.output<typeof intentLabel>;

/** PUT /api/conversations/{id}/intent-labels: all that the closed conversation teaches from now on. */
export const changeIntentLabels = z.object({ labels: z.array(intentLabel).max(10) });

/** Something that a customer wrote and that can be learned. */
export const closingRequest = intentLabel.pick({ messageId: true, span: true }).extend({
  text: z.string(),
  /** It is learned unless another one is chosen. */
  proposed: z.boolean(),
  /** What the bot was sure that it is about; null: it was not sure. */
  sureOf: z.string().nullable(),
  /** What to choose from, as it stands on the screen; `intent: null`: none of the shop's topics. */
  choices: z.array(z.object({ intent: z.string().nullable(), confidence: z.number() })),
});
export type ClosingRequest = z.infer<typeof closingRequest>;

/** GET /api/conversations/{id}/closing: what closing it would teach, or has taught. */
export const closingView = z.object({
  /** Of the episode, in their order. */
  requests: z.array(closingRequest),
  /** An agent has written to the customer in this episode. */
  replied: z.boolean(),
  /** The last message of the customer that nobody has answered. `decided`: what the bot made of it, which stands; null: it can still be asked. */
  openQuestion: z
    .object({
      text: z.string(),
      decided: z.object({ rule: decisionRule.nullable(), reason: escalationReason.nullable() }).nullable(),
    })
    .nullable(),
  /** Null: an agent has not closed it. */
  taught: z
    .object({
      agentName: z.string(),
      at: z.iso.datetime(),
      editableUntil: z.iso.datetime(),
      /** `agentName`: whose word it is. */
      labels: z.array(intentLabel.extend({ text: z.string(), agentName: z.string() })),
    })
    .nullable(),
});
export type ClosingView = z.infer<typeof closingView>;
