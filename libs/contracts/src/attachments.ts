import { z } from 'zod';
import { safeText } from './text.js';

export const maxAttachmentBytes = 10 * 1024 * 1024;

/** Shown where they stand; all other kinds are downloads. Every browser draws them, and none holds script. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'] as const;

/** By what the content is, whatever its name says. */
export const attachmentTypes = [
  ...pictureTypes,
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/plain',
  'text/csv',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'audio/mpeg',
  'audio/mp4',
] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** POST /api/attachments?name=NAME, or /api/visitor/attachments: the body is the file. Answers its view; a message then names its id. */
export const uploadQuery = z.object({ name: safeText(255) });

/** POST /api/inbound-mail: the body is a mail as it arrived (RFC 5322). */
export const inboundMailResult = z.object({
  /** `ignored`: written by a machine, as an out-of-office notice is. */
  result: z.enum(['received', 'ignored']),
});
export type InboundMailResult = z.infer<typeof inboundMailResult>;
