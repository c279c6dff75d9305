import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { BatonError, inboxSettings, type InboxDetail, type InboxSettings } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Inbox, type Transaction } from '#database';
import { recordChange, type Operator, type SettingsActor } from '../audit.js';

/** The places from which customers write: one a site, each with its own script tag. */
@Injectable()
export class Inboxes {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The oldest first. */
  async list(workspaceId: string): Promise<InboxDetail[]> {
    return (await this.db.inbox.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })).map(inboxDetail);
  }

  create(actor: SettingsActor | Operator, settings: InboxSettings): Promise<InboxDetail> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const data = { id: uuidv7(), workspaceId, key: newInboxKey(), ...settings };
      const inbox = await tx.inbox.create({ data });
      await recordChange(tx, actor, {
        ...{ action: 'inbox.created', subjectType: 'inbox', subjectId: inbox.id },
        after: settings,
      });
      return inboxDetail(inbox);
    });
  }

  /** Throws NOT_FOUND. `otherOrigins`: not the same sites as before may use it. */
  async change(
    actor: SettingsActor,
    id: string,
    settings: InboxSettings,
  ): Promise<{ inbox: InboxDetail; otherOrigins: boolean }> {
    const { before, after } = await this.changing(actor, id, 'inbox.changed', () => settings);
    return { inbox: after, otherOrigins: !isDeepStrictEqual(before.allowedOrigins, after.allowedOrigins) };
  }

  /** Throws NOT_FOUND. An inbox that is disabled already keeps its time. */
  async disable(actor: SettingsActor, id: string): Promise<InboxDetail> {
    const disabled = ({ disabledAt }: Inbox) => ({ disabledAt: disabledAt ?? new Date() });
    return (await this.changing(actor, id, 'inbox.disabled', disabled)).after;
  }

  async enable(actor: SettingsActor, id: string): Promise<InboxDetail> {
    return (await this.changing(actor, id, 'inbox.enabled', () => ({ disabledAt: null }))).after;
  }

  private changing(
    actor: SettingsActor,
    id: string,
    action: string,
    change: (inbox: Inbox) => Partial<InboxSettings & { disabledAt: Date | null }>,
  ): Promise<{ before: InboxDetail; after: InboxDetail }> {
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, actor.workspaceId);
      const inbox = await findInbox(tx, actor.workspaceId, id);
      const before = inboxDetail(inbox);
      const after = inboxDetail(await tx.inbox.update({ where: { id }, data: change(inbox) }));
      await recordChange(tx, actor, { action, subjectType: 'inbox', subjectId: id, before, after });
      return { before, after };
    });
  }
}

/** Throws NOT_FOUND. */
export async function findInbox(db: Database | Transaction, workspaceId: string, id: string): Promise<Inbox> {
  const inbox = await db.inbox.findFirst({ where: { id, workspaceId } });
  if (!inbox) throw new BatonError('NOT_FOUND');
  return inbox;
}

/** Public, but not to be guessed from another shop's. */
export function newInboxKey(): string {
  return `inbox_${randomBytes(16).toString('base64url')}`;
}

/** Origins and appearance were checked when they were saved; an origin that an older version took is kept. */
function inboxDetail({ id, key, disabledAt, ...inbox }: Inbox): InboxDetail {
  const { name, allowedOrigins, greeting, greetingOutsideHours } = inbox;
  const appearance = inboxSettings.shape.appearance.parse(inbox.appearance);
  return {
    ...{ id, key, name, allowedOrigins, greeting, greetingOutsideHours, appearance },
    disabledAt: disabledAt?.toISOString() ?? null,
  };
}
