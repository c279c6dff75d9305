import { Controller, Get, Inject, Param, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { similarList, type SimilarTicket } from '#contracts';
import { Inbox } from '#conversation';
import { DATABASE, numberPatterns, type Database, type NumberPatterns } from '#database';
import { mask } from '#personal-data';
import { AgentGuard, CurrentAgent } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('conversations')
@Controller('api/conversations')
@UseGuards(AgentGuard)
export class ConversationsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly inbox: Inbox,
  ) {}

  /** Resolved conversations that read like the message that was handed over last in this episode, nearest first. */
  @Get(':id/similar')
  @ApiOkResponse({ standardSchema: similarList })
  async similar(
    @CurrentAgent() agent: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<{ tickets: SimilarTicket[] }> {
    await this.inbox.require(agent, id);
    const tickets = await this.db.$queryRaw<SimilarTicket[]>`
      SELECT resolution."conversationId", example.text, COALESCE(intent.name, '') AS intent, example.reply, near.similarity
      FROM (
        SELECT prediction.similar FROM conversation
        JOIN episode ON episode.id = conversation."episodeId"
        JOIN message ON message."conversationId" = conversation.id AND message.seq >= episode."firstSeq"
        JOIN decision ON decision."messageId" = message.id AND decision.kind = 'escalate'
        JOIN prediction ON prediction."messageId" = message.id
        WHERE conversation.id = ${id}::uuid AND conversation."workspaceId" = ${agent.workspaceId}::uuid
        ORDER BY message.seq DESC LIMIT 1
      ) latest
      CROSS JOIN jsonb_to_recordset(latest.similar) AS near("exampleId" uuid, similarity float8)
      JOIN training_example example ON example.id = near."exampleId" AND example."workspaceId" = ${agent.workspaceId}::uuid
      JOIN resolution ON resolution.id = example."resolutionId"
      LEFT JOIN intent ON intent.id = example."intentId"
      ORDER BY near.similarity DESC`;
    const patterns = await numberPatterns(this.db, agent.workspaceId);
    return { tickets: tickets.map((ticket) => masked(ticket, patterns)) };
  }
}

/** Rows that were stored before masking was as thorough as it is. */
function masked({ text, reply, ...ticket }: SimilarTicket, patterns: NumberPatterns): SimilarTicket {
  return { ...ticket, text: mask(text, patterns).text, reply: reply === null ? null : mask(reply, patterns).text };
}
