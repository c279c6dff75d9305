import { Controller, Get, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Attachments } from '#attachments';
import { attachmentView, maxAttachmentBytes, uploadQuery, type AttachmentView } from '#contracts';
import { AgentGuard, CurrentAgent } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { fileBody } from './file-body.js';
import { sendFile } from './send-file.js';

export const upload = {
  limit: maxAttachmentBytes,
  tooLarge: 'ATTACHMENT_TOO_LARGE',
  type: 'application/octet-stream',
} as const;

/** Files of agents, and files for them. */
@ApiTags('attachments')
@Controller('api/attachments')
@UseGuards(AgentGuard)
export class AttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  /** Keeps a file, at most 10 MB, for a reply or note of the same agent that names its id within a day. */
  @Post()
  @ApiCreatedResponse({ standardSchema: attachmentView })
  async upload(
    @CurrentAgent() { workspaceId, userId }: Agent,
    @Query({ schema: uploadQuery }) { name }: z.output<typeof uploadQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AttachmentView> {
    const content = await fileBody(request, response, upload);
    return this.attachments.upload({ workspaceId, senderType: 'agent', senderId: userId }, name, content);
  }

  @Get(':id')
  @ApiOkResponse({ content: { 'application/octet-stream': {} } })
  async read(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, await this.attachments.forAgent(workspaceId, id));
  }
}
