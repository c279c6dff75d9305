import { z } from 'zod';
import { conversationStatus, episodeCloser, episodeOutcome, escalationReason } from '../enums.js';
import { isoTime, safeText } from '../text.js';
import { email } from './account.js';

/** A field of the shop's own about its customers. */
export const contactAttribute = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  title: safeText(60),
  type: z.enum(['text', 'number', 'date', 'yes_no']),
});
export type ContactAttribute = z.infer<typeof contactAttribute>;
/** GET and PUT /api/contact-attributes: all of them, in the order they are shown. What was written for one that goes stays kept. */
export const contactAttributes = z.object({
  attributes: z
    .array(contactAttribute)
    .max(40)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { error: 'ATTRIBUTE_KEY_TAKEN' }),
});
export type ContactAttributes = z.infer<typeof contactAttributes>;

export const attributeValues = z.record(
  contactAttribute.shape.key,
  z.union([safeText(500), z.number(), z.boolean(), z.null()]),
);
export type AttributeValues = z.infer<typeof attributeValues>;

/** PUT /api/contacts/:id */
export const changeContact = z.object({
  name: safeText(100).nullable(),
  email: email.nullable(),
  attributes: attributeValues,
});
export type ChangeContact = z.infer<typeof changeContact>;

export const contactSummary = z.object({ id: z.uuid(), name: z.string().nullable(), email: z.string().nullable() });
export type ContactSummary = z.infer<typeof contactSummary>;
/** GET /api/contacts?search=: by name or e-mail, at most 20, those seen last first. */
export const searchContacts = z.object({ search: safeText(100) });
export const contactList = z.object({ contacts: z.array(contactSummary) });

/** One span of a conversation of the contact, or of somebody merged into it. */
export const contactEpisode = z.object({
  conversationId: z.uuid(),
  inboxName: z.string(),
  openedAt: isoTime,
  closedAt: isoTime.nullable(),
  closedBy: episodeCloser.nullable(),
  outcome: episodeOutcome.nullable(),
  /** Why people had it; null: they did not. */
  reason: escalationReason.nullable(),
  /** Title of the intent that it was closed with. */
  intent: z.string().nullable(),
  agentName: z.string().nullable(),
});
export type ContactEpisode = z.infer<typeof contactEpisode>;

/** GET /api/contacts/:id */
export const contactDetail = contactSummary.extend({
  /** The shop's own id of a customer who signed in there; then name and e-mail are the shop's word. */
  externalId: z.string().nullable(),
  createdAt: isoTime,
  attributes: attributeValues,
  /** BCP 47, of the newest session. */
  locale: z.string().nullable(),
  pageUrl: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** Contacts that are this same person. */
  merged: z.array(contactSummary),
  /** Newest first, at most 20. */
  episodes: z.array(contactEpisode),
  /** Conversations that are not resolved. */
  open: z.array(
    z.object({
      conversationId: z.uuid(),
      inboxName: z.string(),
      status: conversationStatus,
      preview: z.string(),
      lastMessageAt: isoTime,
    }),
  ),
});
export type ContactDetail = z.infer<typeof contactDetail>;

/** POST /api/contacts/:id/merge: from then on `id` is shown as `into`. DELETE /api/contacts/:id/merge takes it back. */
export const mergeContact = z.object({ into: z.uuid() });
