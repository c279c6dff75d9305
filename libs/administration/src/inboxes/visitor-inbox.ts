import { Inject, Injectable } from '@nestjs/common';
import { widgetAppearance, type VisitorInbox } from '#contracts';
import { DATABASE, type Database, type Inbox } from '#database';
import { isOpen } from '../workspace/opening.js';
import { readHours } from '../workspace/workspaces.js';

/** An inbox as its visitors see it now. */
@Injectable()
export class VisitorInboxes {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async view({ workspaceId, name, ...inbox }: Inbox): Promise<VisitorInbox> {
    const [{ locale }, hours] = await Promise.all([
      this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
      inbox.greetingOutsideHours === '' ? null : readHours(this.db, workspaceId),
    ]);
    const greeting = hours && !isOpen(hours, new Date()) ? inbox.greetingOutsideHours : inbox.greeting;
    return { name, greeting, locale, appearance: widgetAppearance.parse(inbox.appearance) };
  }
}
