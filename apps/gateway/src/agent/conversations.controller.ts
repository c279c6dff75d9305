import { Body, Controller, Get, HttpCode, Inject, Param, Put, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { changeIntentLabels, closingView, similarList, type ClosingView, type SimilarTicket } from '#contracts';
import { Closings, Inbox } from '#conversation';
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
    private readonly closings: Closings,
  ) {}

  /** What closing it would teach; of a closed one what it has taught. */
  @Get(':id/closing')
  @ApiOkResponse({ standardSchema: closingView })
  closing(@CurrentAgent() agent: Agent, @Param('id', { schema: z.uuid() }) id: string): Promise<ClosingView> {
    return this.closings.view(agent, id);
  }

  /** All that a closed conversation teaches from now on: what it taught before and is not among it, it teaches no more. */
  @Put(':id/intent-labels')
  @HttpCode(204)
  @ApiNoContentResponse()
  relabel(
    @CurrentAgent() agent: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: changeIntentLabels }) { labels }: z.output<typeof changeIntentLabels>,
  ): Promise<void> {
    return this.closings.relabel(agent, id, labels);
  }

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
