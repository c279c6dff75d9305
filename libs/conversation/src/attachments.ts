import { BatonError, type AttachmentView, type MailView } from '#contracts';
import { Prisma, type Attachment, type RawQueries } from '#database';

/** What a message has besides its row. */
export interface MessageExtras {
  attachments?: AttachmentView[];
  mail?: MailView | null;
}

/** The sender's uploads, in the order given, until the end of the transaction nobody else's. Throws ATTACHMENT_GONE. */
export async function lockUploads(
  tx: RawQueries,
  workspaceId: string,
  senderId: string,
  ids: string[],
): Promise<AttachmentView[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Attachment[]>`
    SELECT * FROM attachment WHERE id = ANY(${ids}::uuid[]) AND "workspaceId" = ${workspaceId}::uuid
      AND "senderId" = ${senderId}::uuid AND "messageId" IS NULL FOR UPDATE`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (byId.size !== new Set(ids).size) throw new BatonError('ATTACHMENT_GONE');
  return [...new Set(ids)].map((id) => view(byId.get(id)!));
}

/** From now on they are the message's. Needs the lock of `lockUploads`. */
export async function bindUploads(
  tx: RawQueries,
  message: { id: string; conversationId: string },
  uploads: AttachmentView[],
): Promise<void> {
  if (uploads.length === 0) return;
  await tx.$executeRaw`
    UPDATE attachment SET "messageId" = ${message.id}::uuid, "conversationId" = ${message.conversationId}::uuid
    WHERE id = ANY(${uploads.map(({ id }) => id)}::uuid[])`;
}

/** By message; those without any are missing. Mails are for agents' eyes. */
export async function extrasOf(
  db: RawQueries,
  messageIds: string[],
  audience: 'visitor' | 'agent',
): Promise<Map<string, MessageExtras>> {
  if (messageIds.length === 0) return new Map();
  const mail = audience === 'agent' ? Prisma.sql`to_jsonb(d)` : Prisma.sql`NULL::jsonb`;
  const rows = await db.$queryRaw<{ messageId: string; attachments: Attachment[] | null; mail: MailRow | null }[]>`
    SELECT id AS "messageId", ${mail} AS mail,
      (SELECT jsonb_agg(to_jsonb(a) ORDER BY a.id) FROM attachment a WHERE a."messageId" = ids.id) AS attachments
    FROM unnest(${messageIds}::uuid[]) ids(id) LEFT JOIN mail_delivery d ON d."messageId" = ids.id`;
  const withAny = rows.filter((row) => row.attachments !== null || row.mail !== null);
  return new Map(
    withAny.map((row) => [
      row.messageId,
      { attachments: (row.attachments ?? []).map(view), mail: row.mail && mailView(row.mail) },
    ]),
  );
}

interface MailRow extends Pick<MailView, 'state' | 'to'> {
  /** As to_jsonb writes it, with an offset. */
  endedAt: string | Date | null;
}

export function mailView({ state, to, endedAt }: MailRow): MailView {
  return { state, to, endedAt: endedAt && new Date(endedAt).toISOString() };
}

/** What a list shows of a message that is files alone. */
export function namesOf(uploads: AttachmentView[]): string {
  return uploads.map(({ name }) => `📎 ${name}`).join(' ');
}

function view({ id, name, mediaType, bytes, width, height }: AttachmentView): AttachmentView {
  return { id, name, mediaType, bytes, width, height };
}
