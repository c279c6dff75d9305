import { z } from 'zod';
import { exampleSource } from '../enums.js';
import { integer, isoTime, messageText, paragraph, safeText } from '../text.js';
import { locale } from './account.js';
import { answerCondition } from './actions.js';

/** The label in training data. */
export const intentName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u);

export const answerText = paragraph(4000).min(1);

export const answerView = z.object({
  id: z.uuid(),
  locale,
  version: z.number().int().positive(),
  /** Said where no condition holds. {{marks}} are filled from the action's outputs and from {{contact.name}}. */
  text: answerText,
  conditions: z.array(answerCondition),
  actionId: z.uuid().nullable(),
  /** Null: a draft, which the bot does not use. */
  approvedAt: isoTime.nullable(),
  createdByName: z.string().nullable(),
  createdAt: isoTime,
});
export type AnswerView = z.infer<typeof answerView>;

/** GET /api/knowledge/intents: a row an intent, the most asked first. Rates over the last 30 days; null: too little to tell. */
export const intentRow = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  automate: z.boolean(),
  nExamples: z.number().int(),
  /** Languages with an approved answer. */
  locales: z.array(locale),
  /** Share of the visitor messages of the last 30 days whose best intent it was, 0 to 1. */
  traffic: z.number().nullable(),
  /** Of those, the share that the bot answered. */
  automation: z.number().nullable(),
  /** Of answered ones that people judged, the share found wrong, and how many were judged. */
  error: z.number().nullable(),
  nJudged: z.number().int(),
  /** Messages a week, oldest first, over eight weeks. */
  trend: z.array(z.number().int()),
});
export type IntentRow = z.infer<typeof intentRow>;
export const intentTable = z.object({ intents: z.array(intentRow) });

/**
 * POST /api/knowledge/intents (INTENT_EXISTS); PUT /api/knowledge/intents/:id (automate on needs an approved answer: ANSWER_MISSING).
 * Both answer with intentRow.
 */
export const createIntent = z.object({ name: intentName, title: safeText(100), description: paragraph(500) });
export const changeIntent = z.object({ title: safeText(100), description: paragraph(500), automate: z.boolean() });
/** DELETE /api/knowledge/intents/:id removes its rows and answers too; `removed`: how many rows. */
export const removedRows = z.object({ removed: z.number().int() });
/** POST /api/knowledge/intents/:id/merge: its rows become the other's, its answers go. */
export const mergeIntent = z.object({ into: z.uuid() });
/** POST /api/knowledge/intents/:id/split: these of its rows become a new intent. */
export const splitIntent = createIntent.extend({ exampleIds: z.array(z.uuid()).min(1).max(10_000) });
export const movedRows = z.object({ moved: z.number().int(), intentId: z.uuid() });

/** GET /api/knowledge/intents/:id */
export const intentDetail = z.object({
  intent: intentRow,
  /** Newest version first, every language. */
  answers: z.array(answerView),
  /** Real replies of the shop's agents nearest to the middle of all of them, masked; most typical first. */
  typicalReplies: z.array(z.object({ text: z.string(), n: z.number().int() })),
  /** A few messages of customers. */
  examples: z.array(z.object({ id: z.uuid(), text: z.string() })),
});
export type IntentDetail = z.infer<typeof intentDetail>;

/** POST /api/knowledge/intents/:id/answers: a new version. Approving an older one again ("put back") is a new version of its text. Answers with answerView. */
export const saveAnswer = z.object({
  locale,
  text: answerText,
  conditions: z.array(answerCondition).max(20),
  actionId: z.uuid().nullable(),
  approve: z.boolean(),
});
export type SaveAnswer = z.infer<typeof saveAnswer>;
/** POST /api/knowledge/answers/preview: what the bot would say with these values. `text` null: a mark has no value. */
export const previewAnswer = saveAnswer
  .pick({ text: true, conditions: true })
  .extend({ values: z.record(z.string(), z.string()) });
export const answerPreview = z.object({
  text: z.string().nullable(),
  condition: z.number().int().nullable(),
  missing: z.array(z.string()),
});

/** GET /api/knowledge/examples?search=&source=&intentId=&suspicious=true&after=ID */
export const exampleQuery = z.object({
  search: paragraph(200).optional(),
  source: exampleSource.optional(),
  /** `none`: out of scope. */
  intentId: z.union([z.uuid(), z.literal('none')]).optional(),
  /** Rows that a model of the other rows would label otherwise, surest first. */
  suspicious: z.enum(['true']).optional(),
  after: z.uuid().optional(),
});
export const exampleView = z.object({
  id: z.uuid(),
  text: z.string(),
  /** Null: none of the shop's topics. */
  intentId: z.uuid().nullable(),
  source: exampleSource,
  /** What a model of the other rows, asked about it as about a new message, would say; only where it disagrees. */
  suspectedIntentId: z.uuid().nullable(),
  createdAt: isoTime,
});
export type ExampleView = z.infer<typeof exampleView>;
export const examplePage = z.object({ examples: z.array(exampleView), total: z.number().int(), more: z.boolean() });
/**
 * POST /api/knowledge/examples (source `try_it`) and PUT /api/knowledge/examples/:id answer with exampleView; DELETE /api/knowledge/examples/:id
 * with 204. Text is masked before it is stored. What a person has put right, or saved as it was, is not suspected again.
 */
export const saveExample = z.object({ text: messageText, intentId: z.uuid().nullable() });
/** GET /api/knowledge/examples/export: a CSV download with text, intent, source, created_at. */

/** GET /api/knowledge/starter-kits; POST /api/knowledge/starter-kits/:name/add adds its intents, rows and answers (drafts, unapproved). */
export const starterKit = z.object({
  name: z.enum(['fashion', 'home', 'electronics']),
  title: z.string(),
  nExamples: z.number().int(),
  intents: z.array(z.object({ name: z.string(), title: z.string(), nExamples: z.number().int(), answer: z.string() })),
});
export type StarterKit = z.infer<typeof starterKit>;
export const starterKitList = z.object({ kits: z.array(starterKit) });
export const addedKit = z.object({ intents: z.number().int(), examples: z.number().int() });

/** POST /api/try: one message, read and decided as a customer's would be, without sending anything or calling an action. */
export const tryMessage = z.object({
  text: messageText,
  previousText: messageText.nullable(),
});
export const triedMessage = z.object({
  /** Null: no model serves yet. */
  reading: z
    .object({
      intent: z.string(),
      title: z.string(),
      confidence: z.number(),
      oosScore: z.number(),
      topK: z.array(z.object({ intent: z.string(), title: z.string(), confidence: z.number() })),
      threshold: z.number(),
    })
    .nullable(),
  decision: z.object({
    /** `act`: it would call an action, and then say `text` with what that gave. */
    kind: z.string(),
    rule: z.string(),
    reason: z.string().nullable(),
    text: z.string().nullable(),
  }),
  /** The nearest training rows. */
  nearest: z.array(
    z.object({ exampleId: z.uuid(), text: z.string(), intent: z.string().nullable(), similarity: z.number() }),
  ),
});
export type TriedMessage = z.infer<typeof triedMessage>;

/** GET /api/models/report: the active version in words, of 100 messages like those that it was tested on. Null: nothing judged yet. */
export const modelReport = z.object({
  modelVersionId: z.uuid(),
  version: integer(1),
  nTest: z.number().int(),
  answered: z.number(),
  wrong: z.number(),
  /** On how many messages it is right at each coverage: points of the risk-coverage curve. */
  riskCoverage: z.array(z.object({ coverage: z.number(), risk: z.number() })),
  /** Predicted confidence against observed accuracy, ten bins. */
  reliability: z.array(z.object({ confidence: z.number(), accuracy: z.number(), n: z.number().int() })),
});
export type ModelReport = z.infer<typeof modelReport>;

/** Fewer rows are too few for an intent to be learnt well. */
export const fewExamples = 5;

/** GET /api/models/outlook: what the active version is worth now, and what a next one could learn. Null: none is active. */
export const modelOutlook = z.object({
  version: integer(1),
  /** Of 100 messages, how many it would answer, and about how many of them wrongly; null: it has not been judged. */
  answers: z
    .object({
      answered: z.number(),
      wrong: z.number(),
      /** Customers' messages of the last 30 days, or, where they are too few, those of the test set. */
      from: z.enum(['last_month', 'test_set']),
      nMessages: integer(0),
    })
    .nullable(),
  /** Training rows that were added or put right since it began to learn. */
  newLabels: integer(0),
  /** Intents with fewer than `fewExamples` rows, fewest first. */
  thinIntents: z.array(z.object({ id: z.uuid(), title: z.string(), nExamples: integer(0) })),
});
export type ModelOutlook = z.infer<typeof modelOutlook>;
