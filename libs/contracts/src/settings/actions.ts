import { z } from 'zod';
import { paragraph, safeText } from '../text.js';

/** A name that stands in {{marks}} and in URLs. */
const slotName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);

export const slotKind = z.enum(['order_number', 'email', 'postcode', 'date', 'choice', 'text']);
export type SlotKind = z.infer<typeof slotKind>;

/** What an action needs from the customer. Taken from the conversation, else asked for, at most twice. */
export const actionSlot = z.object({
  name: slotName,
  kind: slotKind,
  /** How the bot asks for it, in the workspace's language; empty: Baton's own question for this kind. */
  question: paragraph(300),
  /** Of kind `choice`: what may be chosen. */
  choices: z.array(safeText(60)).max(20),
});
export type ActionSlot = z.infer<typeof actionSlot>;

/** Where a value stands in the shop's answer: "order.items[0].name". */
const jsonPath = z
  .string()
  .regex(/^[A-Za-z_$][\w$-]*(?:\.[A-Za-z_$][\w$-]*|\[\d{1,4}\])*$/)
  .max(200);

/**
 * public: no proof. verified_contact: the answer's `confirmedBy` value must equal what the customer typed for the slot of the same name.
 * signed_in: the shop's JWT names the customer; {{customer.id}} and {{customer.email}} are then known.
 */
export const actionIdentity = z.enum(['public', 'verified_contact', 'signed_in']);
export type ActionIdentity = z.infer<typeof actionIdentity>;

/** POST /api/actions, PUT /api/actions/:id, DELETE /api/actions/:id (409 ACTION_IN_USE while an answer needs it). */
export const actionSettings = z.object({
  name: slotName,
  title: safeText(100),
  method: z.enum(['GET', 'POST']),
  /** With {{slot}} marks in path or query. */
  url: paragraph(2000),
  /** POST: a JSON body with {{slot}} marks; empty: the slots as one object. */
  body: paragraph(5000),
  headerName: paragraph(100),
  /** Write only: undefined keeps what is there, '' removes it. */
  headerSecret: paragraph(2000).optional(),
  slots: z.array(actionSlot).max(8),
  /** Variables for answers, by name. */
  outputs: z.array(z.object({ name: slotName, path: jsonPath })).max(30),
  identity: actionIdentity,
  /** verified_contact: slots whose typed value the answer must confirm; each with the place of the true value. */
  confirmedBy: z.array(z.object({ slot: slotName, path: jsonPath })).max(4),
  /** ms, from the call to the last byte of the answer. */
  timeoutMs: z.number().int().min(100).max(10_000),
});
export type ActionSettings = z.infer<typeof actionSettings>;

export const actionView = actionSettings.omit({ headerSecret: true }).extend({
  id: z.uuid(),
  hasSecret: z.boolean(),
  usedBy: z.array(z.object({ intentId: z.uuid(), title: z.string() })),
});
export type ActionView = z.infer<typeof actionView>;
/** GET /api/actions */
export const actionList = z.object({ actions: z.array(actionView) });

/** POST /api/actions/test: tries settings that need not be saved; `id` lends the saved secret. */
export const testAction = z.object({
  id: z.uuid().optional(),
  settings: actionSettings,
  slots: z.record(slotName, z.string().max(500)),
});
export const testedAction = z.object({
  /** The request as sent, its secret as ••••. */
  request: z.object({ method: z.string(), url: z.string(), body: z.string().nullable() }),
  /** Null: no answer; then `problem` says why. */
  response: z.object({ status: z.number().int(), body: z.string(), ms: z.number() }).nullable(),
  outputs: z.record(z.string(), z.string().nullable()),
  /** verified_contact: whether the typed values were confirmed. */
  confirmed: z.boolean().nullable(),
  problem: z.string().nullable(),
});
export type TestedAction = z.infer<typeof testedAction>;

/** One row of an answer's table: the first whose test holds gives the text. */
export const conditionOperator = z
  .enum(['is', 'is_not', 'contains', 'is_empty', 'more_than', 'less_than', 'more_than_days_ago', 'within_days'])
  .meta({ id: 'ConditionOperator' });
export type ConditionOperator = z.infer<typeof conditionOperator>;
export const answerCondition = z
  .object({
    variable: z.string().regex(/^[a-z][\w.]{0,60}$/i),
    operator: conditionOperator,
    /** Empty for is_empty. */
    value: paragraph(200),
    text: paragraph(4000).min(1),
  })
  .meta({ id: 'AnswerCondition' });
export type AnswerCondition = z.infer<typeof answerCondition>;
