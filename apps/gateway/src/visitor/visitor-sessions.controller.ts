import { Body, Controller, Headers, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { hashToken, newToken, VisitorInboxes } from '#administration';
import { createVisitorSession, visitorSession, type VisitorSession } from '#contracts';
import { DATABASE, type Database } from '#database';
import { ClientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';
import { VisitorEntrance } from './visitor-entrance.js';

/** A visitor who comes back within this time finds the conversation again, ms. */
const sessionMs = 30 * 86_400_000;

@ApiTags('visitors')
@Controller('api/visitor/sessions')
export class VisitorSessionsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly entrance: VisitorEntrance,
    private readonly inboxes: VisitorInboxes,
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
    const inbox = await this.entrance.enter(inboxKey, origin, pageUrl ?? null);
    const { workspaceId } = inbox;
    await this.limits.spend('newContact', { workspace: workspaceId });
    const seen = await this.inboxes.view(inbox);

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
    return { token, expiresAt: expiresAt.toISOString(), inbox: seen };
  }
}
