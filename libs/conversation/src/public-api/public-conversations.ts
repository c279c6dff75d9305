import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { BatonError, isoTime, type ApiConversation, type apiConversationQuery, type ApiMessage } from '#contracts';
import { DATABASE, Prisma, type Database, type Message } from '#database';
import { conversationItemSource, messageView, type ConversationItemRow } from '../inbox/views.js';

/** Conversations and messages as other programs see them: the whole workspace's, notes included. */
@Injectable()
export class PublicConversations {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The latest message first. One that gets a message meanwhile moves to the first page. */
  async page(
    workspaceId: string,
    query: z.output<typeof apiConversationQuery>,
  ): Promise<{ items: ApiConversation[]; nextCursor: string | null }> {
    const { status, inboxId, contactId, ownerId, teamId, activeSince, cursor, limit } = query;
    const after = cursor === undefined ? null : place(cursor);
    const conditions = [
      Prisma.sql`c."workspaceId" = ${workspaceId}::uuid`,
      ...(status ? [Prisma.sql`c.status = ${status}::"ConversationStatus"`] : []),
      ...(inboxId ? [Prisma.sql`c."inboxId" = ${inboxId}::uuid`] : []),
      ...(contactId ? [Prisma.sql`c."contactId" = ${contactId}::uuid`] : []),
      ...(ownerId ? [Prisma.sql`c."ownerId" = ${ownerId}::uuid`] : []),
      ...(teamId ? [Prisma.sql`c."teamId" = ${teamId}::uuid`] : []),
      ...(activeSince ? [Prisma.sql`c."lastMessageAt" >= ${new Date(activeSince)}`] : []),
      ...(after ? [Prisma.sql`(c."lastMessageAt", c.id) < (${after.at}, ${after.id}::uuid)`] : []),
    ];
    const rows = await this.db.$queryRaw<ConversationItemRow[]>`
      ${conversationItemSource} WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY c."lastMessageAt" DESC, c.id DESC LIMIT ${limit + 1}`;
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(publicConversation), nextCursor: last ? cursorAfter(last) : null };
  }

  /** Throws CONVERSATION_UNKNOWN; so do the others. */
  async find(workspaceId: string, id: string): Promise<ApiConversation> {
    const [row] = await this.db.$queryRaw<ConversationItemRow[]>`
      ${conversationItemSource} WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ${id}::uuid`;
    if (!row) throw new BatonError('CONVERSATION_UNKNOWN');
    return publicConversation(row);
  }

  /** Oldest first. */
  async messages(
    workspaceId: string,
    conversationId: string,
    { afterSeq, limit }: { afterSeq: number; limit: number },
  ): Promise<{ items: ApiMessage[]; hasMore: boolean }> {
    const known = await this.db.conversation.count({ where: { id: conversationId, workspaceId } });
    if (known === 0) throw new BatonError('CONVERSATION_UNKNOWN');
    const rows = await this.db.message.findMany({
      where: { workspaceId, conversationId, seq: { gt: afterSeq } },
      orderBy: { seq: 'asc' },
      take: limit + 1,
    });
    return { items: rows.slice(0, limit).map(publicMessage), hasMore: rows.length > limit };
  }

  async message(workspaceId: string, id: string): Promise<ApiMessage> {
    const row = await this.db.message.findFirst({ where: { id, workspaceId } });
    if (!row) throw new BatonError('CONVERSATION_UNKNOWN');
    return publicMessage(row);
  }
}

function publicConversation(row: ConversationItemRow): ApiConversation {
  const { id, inboxId, contactId, status, teamId, priority, reason, labelIds } = row;
  return {
    ...{ id, inboxId, contactId, status, teamId, priority, reason, labelIds },
    owner: { type: row.ownerType, id: row.ownerId, name: row.ownerName },
    lastSeq: row.nextSeq - 1,
    lastMessageAt: row.lastMessageAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

function publicMessage(row: Message): ApiMessage {
  const { id, conversationId, seq, kind, text, activity, attachments, createdAt } = messageView(row, 'agent');
  const sender = { type: row.senderType, id: row.senderId, name: row.senderName };
  return { id, conversationId, seq, kind, sender, text, activity, attachments, createdAt };
}

/** Opaque to other programs. */
function cursorAfter({ id, lastMessageAt }: ConversationItemRow): string {
  return Buffer.from(`${lastMessageAt.toISOString()}_${id}`).toString('base64url');
}

const placeParts = z.tuple([isoTime, z.uuid()]);

/** Throws BAD_PAYLOAD for what is no cursor of ours. */
function place(cursor: string): { at: Date; id: string } {
  const parts = placeParts.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split('_'));
  if (!parts.success) throw new BatonError('BAD_PAYLOAD', ['cursor']);
  const [at, id] = parts.data;
  return { at: new Date(at), id };
}
