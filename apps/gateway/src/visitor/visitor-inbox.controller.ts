import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { VisitorInboxes } from '#administration';
import { visitorInbox, visitorInboxQuery, type VisitorInbox } from '#contracts';
import { ClientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';
import { VisitorEntrance } from './visitor-entrance.js';

@ApiTags('visitors')
@Controller('api/visitor/inbox')
export class VisitorInboxController {
  constructor(
    private readonly entrance: VisitorEntrance,
    private readonly inboxes: VisitorInboxes,
    private readonly limits: RateLimits,
  ) {}

  /** What the widget shows on a page before it has a session. */
  @Get()
  @ApiOkResponse({ standardSchema: visitorInbox })
  async view(
    @Query({ schema: visitorInboxQuery }) { inboxKey, pageUrl }: z.output<typeof visitorInboxQuery>,
    @Headers('origin') origin: string | undefined,
    @ClientAddress() address: string,
  ): Promise<VisitorInbox> {
    await this.limits.spend('pageView', { address });
    return this.inboxes.view(await this.entrance.enter(inboxKey, origin, pageUrl ?? null));
  }
}
