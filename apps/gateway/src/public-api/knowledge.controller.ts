import { Body, Controller, Get, Inject, Param, Post, Query, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IntegrationActor } from '#administration';
import {
  apiAnswerList,
  apiCreateTrainingExample,
  apiIntentList,
  apiTrainingExample,
  apiTrainingExamplePage,
  apiTrainingExampleQuery,
  BatonError,
  type ApiTrainingExample,
} from '#contracts';
import { DATABASE, type Database } from '#database';
import { Examples, readAnswers } from '#knowledge';
import type { Integration } from '../authentication/authenticate.js';
import { IdempotencyInterceptor, NewId } from './idempotency.interceptor.js';
import { CurrentIntegration, IntegrationAsActor, IntegrationGuard } from './integration.guard.js';
import { IdempotentOperation, Operation } from './operation.js';

@ApiTags('Knowledge')
@ApiBearerAuth()
@Controller('api/v1')
@UseGuards(IntegrationGuard)
@UseInterceptors(IdempotencyInterceptor)
export class PublicKnowledgeController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly trainingExamples: Examples,
  ) {}

  @Get('intents')
  @Operation('listIntents', 'List what the bot can tell apart', 'knowledge:read')
  @ApiOkResponse({ standardSchema: apiIntentList })
  async intents(@CurrentIntegration() { workspaceId }: Integration): Promise<z.output<typeof apiIntentList>> {
    const select = { id: true, name: true, title: true, description: true, automate: true };
    return { items: await this.db.intent.findMany({ where: { workspaceId }, select, orderBy: { name: 'asc' } }) };
  }

  /** Every version in every language. The bot says the newest approved one. */
  @Get('intents/:id/answers')
  @Operation('listAnswers', 'List the answers of an intent, newest first', 'knowledge:read', 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: apiAnswerList })
  async answers(
    @CurrentIntegration() { workspaceId }: Integration,
    @Param('id', { schema: z.uuid() }) intentId: string,
  ): Promise<z.output<typeof apiAnswerList>> {
    const intent = await this.db.intent.findFirst({ where: { id: intentId, workspaceId } });
    if (!intent) throw new BatonError('NOT_FOUND');
    const answers = await readAnswers(this.db, { workspaceId, intentId });
    return {
      items: answers.map(({ id, locale, version, text, conditions, approvedAt, createdAt }) => ({
        ...{ id, locale, version, text, conditions, approvedAt, createdAt },
      })),
    };
  }

  @Get('training-examples')
  @Operation('listTrainingExamples', 'List training examples, newest first', 'knowledge:read')
  @ApiOkResponse({ standardSchema: apiTrainingExamplePage })
  async examples(
    @CurrentIntegration() { workspaceId }: Integration,
    @Query({ schema: apiTrainingExampleQuery }) query: z.output<typeof apiTrainingExampleQuery>,
  ): Promise<z.output<typeof apiTrainingExamplePage>> {
    const { intentId, cursor, limit } = query;
    const rows = await this.trainingExamples.list(workspaceId, { intentId, after: cursor, limit: limit + 1 });
    const items = rows.slice(0, limit).map(publicExample);
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** The next training learns from it. */
  @Post('training-examples')
  @IdempotentOperation(
    ...(['createTrainingExample', 'Add a training example', 'knowledge:write'] as const),
    ...(['INTENT_UNKNOWN', 'TEXT_EMPTY', 'TEXT_TOO_LONG'] as const),
  )
  @ApiCreatedResponse({ standardSchema: apiTrainingExample })
  async addExample(
    @IntegrationAsActor() actor: IntegrationActor,
    @NewId() newId: (what: string) => string,
    @Body({ schema: apiCreateTrainingExample }) example: z.output<typeof apiCreateTrainingExample>,
  ): Promise<ApiTrainingExample> {
    return publicExample(await this.trainingExamples.add(actor, example, newId('example')));
  }
}

function publicExample({ id, text, intentId, source, createdAt }: ApiTrainingExample): ApiTrainingExample {
  return { id, text, intentId, source, createdAt };
}
