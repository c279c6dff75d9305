import { z } from 'zod';
import { errorCode } from '../errors.js';
import { isoTime, safeText } from '../text.js';

export const ticketSource = z.enum(['zendesk', 'gorgias', 'freshdesk', 'hubspot', 'chatwoot', 'other']);
export type TicketSource = z.infer<typeof ticketSource>;

/** Which columns hold what, by header. `text`: one or two, joined (subject and description). */
export const columnMapping = z.object({
  text: z.array(safeText(200)).min(1).max(2),
  /** The category that becomes the intent; null: the tickets have none. */
  intent: safeText(200).nullable(),
  /** The shop's reply; null: none. */
  reply: safeText(200).nullable(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/**
 * uploading → uploaded (recognised or to be mapped) → reading (a job, with progress) → read (report, categories to choose)
 * → [clustering → read, where there is no category] → adding → added. failed and cancelled from anywhere.
 */
export const importStatus = z.enum([
  'uploading',
  'uploaded',
  'reading',
  'read',
  'clustering',
  'adding',
  'added',
  'failed',
  'cancelled',
]);
export type ImportStatus = z.infer<typeof importStatus>;

export const importReport = z.object({
  rows: z.number().int(),
  taken: z.number().int(),
  empty: z.number().int(),
  duplicate: z.number().int(),
  /** Rows that were refused for their own fault, such as too long a text. */
  broken: z.number().int(),
  /** The same text with two categories; the first ones in pairs. */
  contradicting: z.number().int(),
  contradictions: z
    .array(
      z.object({
        text: z.string(),
        intents: z.tuple([z.string(), z.string()]),
        rows: z.tuple([z.number().int(), z.number().int()]),
      }),
    )
    .max(50),
  /** Categories of fewer than five rows. */
  small: z.array(z.object({ intent: z.string(), n: z.number().int() })),
  /** ISO 639-1, by rows. */
  languages: z.array(z.object({ language: z.string(), n: z.number().int() })),
  /** Personal data that was masked, by kind. */
  masked: z.array(z.object({ kind: z.string(), n: z.number().int() })),
});
export type ImportReport = z.infer<typeof importReport>;

export const ticketImportView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  bytes: z.number().int(),
  status: importStatus,
  /** 0 to 1 of the step under way. */
  progress: z.number(),
  source: ticketSource.nullable(),
  mapping: columnMapping.nullable(),
  report: importReport.nullable(),
  /** Why it failed, or what stopped it here. */
  error: errorCode.nullable(),
  createdAt: isoTime,
});
export type TicketImportView = z.infer<typeof ticketImportView>;
/** GET /api/ticket-imports; GET /api/ticket-imports/:id */
export const ticketImportList = z.object({ imports: z.array(ticketImportView) });

/**
 * POST /api/ticket-imports: begins one; a file of the same checksum that is under way goes on where it was.
 * PUT /api/ticket-imports/:id/content?offset=N with application/octet-stream, at most 8 MB a request; answers {received}.
 * POST /api/ticket-imports/:id/uploaded: checks the checksum, answers with importPreview.
 */
export const beginImport = z.object({
  fileName: safeText(255),
  bytes: z
    .number()
    .int()
    .min(1)
    .max(200 * 1024 * 1024),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export const begunImport = z.object({ import: ticketImportView, received: z.number().int() });
export type BegunImport = z.infer<typeof begunImport>;
export const receivedContent = z.object({ received: z.number().int() });

/** GET /api/ticket-imports/:id/preview */
export const importPreview = z.object({
  import: ticketImportView,
  columns: z.array(z.string()),
  /** The first ten, cut at 200 characters a cell. */
  rows: z.array(z.array(z.string())),
  /** What the headers suggest; null: to be mapped by hand. */
  suggested: columnMapping.nullable(),
  /** A sentence about the whole file, such as that it is not Unicode; null: nothing to say. */
  warning: z.string().nullable(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** POST /api/ticket-imports/:id/read with a columnMapping: starts the job. POST …/cancel. GET …/rejected: a CSV of refused rows and why. */

/** GET /api/ticket-imports/:id/categories: most rows first. For files without categories these are clusters, named by hand. */
export const importCategory = z.object({
  /** The file's category, or `cluster-N`. */
  name: z.string(),
  n: z.number().int(),
  examples: z.array(z.string()),
  /** A cluster's own guess at a title: its most telling words. */
  suggestedTitle: z.string(),
});
export type ImportCategory = z.infer<typeof importCategory>;
/** Of more tickets without categories only so many are grouped, drawn by lot: the time grows with the square of their number. */
export const mostGrouped = 20_000;
export const importCategories = z.object({
  categories: z.array(importCategory),
  clustered: z.boolean(),
  /** Rows without a category. */
  unclustered: z.number().int(),
});
export type ImportCategories = z.infer<typeof importCategories>;

/** POST /api/ticket-imports/:id/add: categories become intents; two with the same `intent` are merged; null drops its rows; OOS: none of our topics. */
export const addCategories = z.object({
  categories: z
    .array(
      z.object({
        name: z.string().max(300),
        /** The title of the intent. */
        intent: safeText(100).nullable(),
        outOfScope: z.boolean(),
      }),
    )
    .max(2000),
});
export type AddCategories = z.infer<typeof addCategories>;
/** POST /api/ticket-imports/:id/cluster: groups tickets without categories, a job with progress. */
