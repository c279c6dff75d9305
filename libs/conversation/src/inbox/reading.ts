import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '#contracts';
import { DATABASE, type Database } from '#database';
import { Realtime } from '#realtime';
import type { AgentActor } from '../actors.js';

/** How far agents have read, each for themselves, the same on all their tabs and devices. */
@Injectable()
export class Reading {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
  ) {}

  /** Never back, and never beyond the last message. Mentions of the agent in it are read with it. */
  async markRead(agent: AgentActor, conversationId: string, seq: number): Promise<void> {
    const { workspaceId, userId } = agent;
    const [read] = await this.db.$queryRaw<{ readSeq: number }[]>`
      WITH mentions AS (
        UPDATE mention SET "readAt" = now() WHERE "userId" = ${userId}::uuid AND "workspaceId" = ${workspaceId}::uuid
          AND "conversationId" = ${conversationId}::uuid AND "readAt" IS NULL)
      INSERT INTO conversation_read ("userId", "conversationId", "workspaceId", "readSeq")
      SELECT ${userId}::uuid, id, "workspaceId", least(${seq}::int, "nextSeq" - 1) FROM conversation
      WHERE id = ${conversationId}::uuid AND "workspaceId" = ${workspaceId}::uuid
      ON CONFLICT ("userId", "conversationId") DO UPDATE SET "readAt" = now(),
        "readSeq" = greatest(conversation_read."readSeq", excluded."readSeq")
      RETURNING "readSeq"`;
    if (!read) throw new BatonError('CONVERSATION_UNKNOWN');
    this.realtime.conversationRead(userId, { conversationId, readSeq: read.readSeq });
  }
}
