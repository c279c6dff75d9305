import { Body, Controller, Headers, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { BatonError, createVisitorSession, visitorSession, type VisitorSession } from '#contracts';
import { DATABASE, type Database } from '#database';
import { ClientAddress } from '../http/client-address.js';
import { requireAllowedOrigin } from '../authentication/authenticate.js';
import { RateLimits } from '../rate-limits.js';
import { hashToken, newToken } from '#administration';

/** A visitor who comes back within this time finds the conversation again, ms. */
const sessionMs = 30 * 86_400_000;

@ApiTags('visitors')
@Controller('api/visitor/sessions')
export class VisitorSessionsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly limits: RateLimits,
  ) {}

  /** A new anonymous visitor. The token is for the `/visitor` namespace; the conversation begins with the first message. */
  @Post()
  @ApiCreatedResponse({ standardSchema: visitorSession })
  async create(
    @Body({ schema: createVisitorSession }) { inboxKey, locale, pageUrl }: z.output<typeof createVisitorSession>,
    @Headers('origin') origin: string | undefined,
    @ClientAddress() address: string,
  ): Promise<VisitorSession> {
    await this.limits.spend('newContact', { address });
    const inbox = await this.db.inbox.findUnique({ where: { key: inboxKey } });
    if (!inbox) throw new BatonError('INBOX_UNKNOWN');
    const { workspaceId, name, greeting } = inbox;
    await this.limits.spend('newContact', { workspace: workspaceId });
    requireAllowedOrigin(origin, inbox.allowedOrigins);
    const workspace = await this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });

    const token = newToken();
    const expiresAt = new Date(Date.now() + sessionMs);
    const contactId = uuidv7();
    await this.db.$transaction([
      this.db.contact.create({ data: { id: contactId, workspaceId } }),
      this.db.contactSession.create({
        data: {
          ...{ id: uuidv7(), workspaceId, contactId, inboxId: inbox.id },
          ...{ tokenHash: hashToken(token), expiresAt, locale, pageUrl },
        },
      }),
    ]);
    return { token, expiresAt: expiresAt.toISOString(), inbox: { name, greeting, locale: workspace.locale } };
  }
}
