import { Controller, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { loadConfig } from '#config';
import { BatonError, inboundMailResult, type InboundMailResult } from '#contracts';
import { InboundMail, maxMailBytes } from '#mail';
import { fileBody } from '../attachments/file-body.js';
import { sameText } from '../http/same-text.js';

const mail = { limit: maxMailBytes, tooLarge: 'MAIL_TOO_LARGE', type: () => true } as const;

/** What a mail server hands in: answers of customers to mails that Baton sent. */
@ApiTags('mail')
@Controller('api/inbound-mail')
export class InboundMailController {
  constructor(private readonly inbound: InboundMail) {}

  /** The body is one mail as it arrived. The setting INBOUND_MAIL_SECRET is the bearer token. The same mail again changes nothing. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: inboundMailResult })
  async receive(
    @Headers('authorization') authorization: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<InboundMailResult> {
    const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    const { inboundMailSecret } = loadConfig();
    if (!inboundMailSecret || !given || !sameText(given, inboundMailSecret)) throw new BatonError('MAIL_CLOSED');
    return { result: await this.inbound.receive(await fileBody(request, response, mail)) };
  }
}
