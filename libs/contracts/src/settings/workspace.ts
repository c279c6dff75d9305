import { z } from 'zod';
import { isoTime, safeText } from '../text.js';
import { locale, timeZone } from './account.js';

/** `#` one digit, `A` one letter, `*` one of both, anything else itself: "FH-#####". Several, separated by commas. */
export const numberPattern = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);

/** GET and PUT /api/workspace */
export const workspaceSettings = z.object({
  name: safeText(100),
  locale,
  timeZone,
  /** Empty: the usual shapes of order numbers. */
  orderNumberPattern: numberPattern,
  customerNumberPattern: numberPattern,
  /** ISO 3166: whose help line a customer in despair is told of. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** A message in a language without approved answers: `people` get it, or it is answered in the shop's language, with a sentence that says so. */
  otherLanguages: z.enum(['people', 'answer']),
  /** The bot closes its own episode when nothing has come for so long. */
  quietMinutes: z.number().int().min(1).max(10_080),
  /** An offer to an agent ends after so long. */
  offerSeconds: z.number().int().min(5).max(600),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** Monday is 1. A day may have several spans. */
const span = z
  .object({ day: z.number().int().min(1).max(7), from: clock, to: clock })
  .refine(({ from, to }) => from < to);
/** GET and PUT /api/business-hours. No spans: people are there around the clock. */
export const businessHours = z.object({
  timeZone,
  week: z.array(span).max(28),
  /** Closed all day. */
  holidays: z.array(z.object({ date: z.iso.date(), name: safeText(100) })).max(200),
});
export type BusinessHours = z.infer<typeof businessHours>;

/** GET /api/checklist: what is missing before the bot can be left to work, in the wizard's order. */
export const checklistStep = z.enum(['tickets', 'answers', 'train', 'try', 'embed', 'people']);
export type ChecklistStep = z.infer<typeof checklistStep>;
export const checklist = z.object({
  steps: z.array(z.object({ step: checklistStep, done: z.boolean() })),
  nExamples: z.number().int(),
  nIntents: z.number().int(),
  /** Intents that answer by themselves: approved and automated. */
  nAutomated: z.number().int(),
  hasModel: z.boolean(),
  runId: z.uuid().nullable(),
  /** The newest sighting of the widget on a page of the shop's own. */
  seenAt: isoTime.nullable(),
  nPeople: z.number().int(),
  /** The owner has closed the list. */
  dismissed: z.boolean(),
});
export type Checklist = z.infer<typeof checklist>;
/** PUT /api/checklist */
export const dismissChecklist = z.object({ dismissed: z.boolean() });

/** GET /api/audit?before=ID&action=NAME: newest first, 50 a page. */
export const auditQuery = z.object({ before: z.uuid().optional(), action: safeText(100).optional() });
export const auditEntry = z.object({
  id: z.uuid(),
  /** `user`, `api_key`, `operator` (by the command line) or `system`. */
  actorType: z.string(),
  actorName: z.string().nullable(),
  /** Such as `inbox.changed`, `user.disabled`, `intent.merged`. */
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.uuid().nullable(),
  /** Of changes: {before, after} with the fields that differ. Never a secret. */
  data: z.record(z.string(), z.unknown()),
  createdAt: isoTime,
});
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditPage = z.object({ entries: z.array(auditEntry), more: z.boolean() });
