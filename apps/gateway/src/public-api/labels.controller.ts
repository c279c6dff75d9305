import { Controller, Delete, HttpCode, Param, Put, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { apiConversation, type ApiConversation } from '#contracts';
import { ConversationChanges, PublicConversations } from '#conversation';
import type { Integration } from '../authentication/authenticate.js';
import { CurrentIntegration, IntegrationGuard } from './integration.guard.js';
import { Operation } from './operation.js';

const idParam = { schema: z.uuid() };
const scope = 'conversations:write';

/** Labels on a conversation, whoever owns it. */
@ApiTags('Conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations/:id/labels/:labelId')
@UseGuards(IntegrationGuard)
export class ConversationLabelsController {
  constructor(
    private readonly changes: ConversationChanges,
    private readonly conversations: PublicConversations,
  ) {}

  @Put()
  @Operation('addLabel', 'Put a label on a conversation', scope, 'CONVERSATION_UNKNOWN', 'LABEL_UNKNOWN')
  @ApiOkResponse({ standardSchema: apiConversation })
  add(
    @CurrentIntegration() by: Integration,
    @Param('id', idParam) id: string,
    @Param('labelId', idParam) labelId: string,
  ): Promise<ApiConversation> {
    return this.label(by, id, labelId, true);
  }

  @Delete()
  @HttpCode(200)
  @Operation('removeLabel', 'Take a label off a conversation', scope, 'CONVERSATION_UNKNOWN', 'LABEL_UNKNOWN')
  @ApiOkResponse({ standardSchema: apiConversation })
  remove(
    @CurrentIntegration() by: Integration,
    @Param('id', idParam) id: string,
    @Param('labelId', idParam) labelId: string,
  ): Promise<ApiConversation> {
    return this.label(by, id, labelId, false);
  }

  private async label(by: Integration, id: string, labelId: string, on: boolean): Promise<ApiConversation> {
    await this.changes.change(by, [id], { type: 'label', labelId, on });
    return this.conversations.find(by.workspaceId, id);
  }
}
