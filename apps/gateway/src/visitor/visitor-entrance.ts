import { Inject, Injectable } from '@nestjs/common';
import { Sightings } from '#administration';
import { BatonError } from '#contracts';
import { DATABASE, type Database, type Inbox } from '#database';
import { requireAllowedOrigin } from '../authentication/authenticate.js';

/** Where the widget knocks, before anybody is known. */
@Injectable()
export class VisitorEntrance {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly sightings: Sightings,
  ) {}

  /** The inbox, for a site that may use it; whether it may is written down. Throws INBOX_UNKNOWN, INBOX_DISABLED, ORIGIN_NOT_ALLOWED. */
  async enter(inboxKey: string, origin: string | undefined, pageUrl: string | null): Promise<Inbox> {
    const inbox = await this.db.inbox.findUnique({ where: { key: inboxKey } });
    if (!inbox) throw new BatonError('INBOX_UNKNOWN');
    if (inbox.disabledAt) throw new BatonError('INBOX_DISABLED');
    try {
      requireAllowedOrigin(origin, inbox.allowedOrigins);
    } catch (refusal) {
      await this.sightings.saw(inbox, origin, { pageUrl, allowed: false });
      throw refusal;
    }
    await this.sightings.saw(inbox, origin, { pageUrl, allowed: true });
    return inbox;
  }
}
