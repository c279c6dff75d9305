import { z } from 'zod';
import { messageKind, senderType } from './enums.js';
import { isoTime, safeText } from './text.js';
import { conversationItem } from './views.js';

/** GET /api/search?q=WORDS&before=ID: messages and contacts with all of the words; the last word may be unfinished. */
export const searchQuery = z.object({ q: safeText(200), before: z.uuid().optional() });

/** Text in parts, of which some are what was looked for. */
export const excerptPart = z.object({ text: z.string(), hit: z.boolean() });
export type ExcerptPart = z.infer<typeof excerptPart>;

export const searchHit = z.object({
  messageId: z.uuid(),
  seq: z.number().int(),
  kind: messageKind,
  senderType,
  createdAt: isoTime,
  excerpt: z.array(excerptPart),
});
export type SearchHit = z.infer<typeof searchHit>;

/** A conversation with its newest messages that match; none: its contact does. */
export const searchResult = z.object({ conversation: conversationItem, hits: z.array(searchHit) });
export type SearchResult = z.infer<typeof searchResult>;

/** Contacts first, then the newest message. `next`: the `before` of the next page; null: there is none. */
export const searchPage = z.object({ results: z.array(searchResult), next: z.uuid().nullable() });
export type SearchPage = z.infer<typeof searchPage>;
