import type { Customer, GivenText } from '#actions';
import { BatonError } from '#contracts';
import type { Database } from '#database';

/** What the customer wrote in the episode that is open or was last, and what helps to read it. */
export interface EpisodeTexts {
  /** Newest first. */
  texts: GivenText[];
  reader: { orderNumberPattern: string; locale: string; now: Date };
  contact: { name: string | null; email: string | null };
  /** Null: not signed in at the shop. */
  customer: Customer | null;
}

/** Throws CONVERSATION_UNKNOWN. */
export async function readEpisodeTexts(
  db: Database,
  workspaceId: string,
  conversationId: string,
): Promise<EpisodeTexts> {
  const [row] = await db.$queryRaw<(Row | undefined)[]>`
    SELECT coalesce(e.locale, w.locale) AS locale, w."orderNumberPattern", contact.name, contact.email, contact."externalId",
      ARRAY(SELECT json_build_object('text', m.text, 'askedFor', (
          SELECT d.slot FROM message before JOIN decision d ON d."messageId" = before.id
          WHERE before."conversationId" = c.id AND before.kind = 'inbound' AND before.seq < m.seq AND before.seq >= e."firstSeq"
          ORDER BY before.seq DESC LIMIT 1))
        FROM message m WHERE m."conversationId" = c.id AND m.seq >= e."firstSeq" AND m.kind = 'inbound'
        ORDER BY m.seq DESC LIMIT 50) AS texts
    FROM conversation c JOIN workspace w ON w.id = c."workspaceId" JOIN contact ON contact.id = c."contactId"
      LEFT JOIN episode e ON e.id = c."episodeId"
    WHERE c.id = ${conversationId}::uuid AND c."workspaceId" = ${workspaceId}::uuid`;
  if (!row) throw new BatonError('CONVERSATION_UNKNOWN');
  const { locale, orderNumberPattern, name, email, externalId, texts } = row;
  return {
    texts,
    reader: { orderNumberPattern, locale, now: new Date() },
    contact: { name, email },
    customer: externalId === null ? null : { id: externalId, email },
  };
}

interface Row {
  locale: string;
  orderNumberPattern: string;
  name: string | null;
  email: string | null;
  externalId: string | null;
  texts: GivenText[];
}
