import { Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Attachments } from '#attachments';
import { attachmentView, uploadQuery, type AttachmentView } from '#contracts';
import { Authentication, type Visitor } from '../authentication/authenticate.js';
import { ClientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';
import { upload } from './attachments.controller.js';
import { fileBody } from './file-body.js';
import { sendFile } from './send-file.js';

/** Files of one visitor's own conversation, by the token of `POST /api/visitor/sessions` as bearer token. */
@ApiTags('visitors')
@Controller('api/visitor/attachments')
export class VisitorAttachmentsController {
  constructor(
    private readonly authentication: Authentication,
    private readonly attachments: Attachments,
    private readonly limits: RateLimits,
  ) {}

  /** Keeps a file, at most 10 MB, for a message of the same visitor that names its id within a day. */
  @Post()
  @ApiCreatedResponse({ standardSchema: attachmentView })
  async upload(
    @Headers() headers: Record<string, string | undefined>,
    @ClientAddress() address: string,
    @Query({ schema: uploadQuery }) { name }: z.output<typeof uploadQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AttachmentView> {
    const { workspaceId, contactId } = await this.visitor(headers);
    await this.limits.spend('upload', { contact: contactId, address, workspace: workspaceId });
    const content = await fileBody(request, response, upload);
    return this.attachments.upload({ workspaceId, senderType: 'contact', senderId: contactId }, name, content);
  }

  @Get(':id')
  @ApiOkResponse({ content: { 'application/octet-stream': {} } })
  async read(
    @Headers() headers: Record<string, string | undefined>,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    sendFile(response, await this.attachments.forContact(await this.visitor(headers), id));
  }

  private visitor({ authorization, origin, host }: Record<string, string | undefined>): Promise<Visitor> {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    return this.authentication.authenticate('visitor', { token, origin, host });
  }
}
