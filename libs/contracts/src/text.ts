import { z } from 'zod';

/** Cc: control characters, NUL among them. Cs: halves of a character that stand alone. PostgreSQL can store neither NUL nor Cs. */
const oneSafeLine = /^[^\p{Cc}\p{Cs}]*$/u;
const controls = /[^\P{Cc}\t\n\r]/gu;

/** One line of text as it comes from outside: a name, a key, a setting. Lengths are UTF-16 units, as clients count them. */
export const safeText = (maxLength: number) => z.string().min(1).max(maxLength).regex(oneSafeLine);

export const maxTextLength = 4000;

/** What somebody wrote. People paste anything: what cannot be stored or shown is taken out, and the rest must not be blank. */
export const messageText = z
  .string()
  .max(maxTextLength, { error: 'TEXT_TOO_LONG' })
  .transform((text) => text.replaceAll(controls, '').toWellFormed().trim())
  .refine((text) => text.length > 0, { error: 'TEXT_EMPTY' });

/** As messageText, where files may say it all. */
const textBesideFiles = z
  .string()
  .max(maxTextLength, { error: 'TEXT_TOO_LONG' })
  .transform((text) => text.replaceAll(controls, '').toWellFormed().trim());

export const maxAttachments = 10;

/** What a message says: text, or uploaded files, or both. */
export const messageContent = {
  text: textBesideFiles,
  attachmentIds: z.array(z.uuid()).max(maxAttachments).default([]),
};
export const saysSomething = ({ text, attachmentIds }: { text: string; attachmentIds: string[] }): boolean =>
  text.length > 0 || attachmentIds.length > 0;

/** Text of several lines that the shop writes for its customers. */
export const paragraph = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u);

/** A time as `Date.toISOString` writes it. PostgreSQL knows no year 0. */
export const isoTime = z.iso.datetime({ precision: 3 }).refine((time) => !time.startsWith('0000'));

/** Seqs and epochs are PostgreSQL integers. */
export const integer = (minimum: number) => z.number().int().min(minimum).max(2_147_483_647);
