import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  attributeValues,
  BatonError,
  type ApiContact,
  type apiContactQuery,
  type apiCreateConversation,
} from '#contracts';
import { DATABASE, type Contact, type Database } from '#database';

type OnBehalfOf = z.output<typeof apiCreateConversation>['contact'];

/** Customers, as other programs see and name them. */
@Injectable()
export class PublicContacts {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Newest first, without those who were merged into others. */
  async page(
    workspaceId: string,
    { email, externalId, cursor, limit }: z.output<typeof apiContactQuery>,
  ): Promise<{ items: ApiContact[]; nextCursor: string | null }> {
    const rows = await this.db.contact.findMany({
      where: {
        workspaceId,
        mergedIntoId: null,
        email: email?.toLowerCase(),
        externalId,
        ...(cursor && { id: { lt: cursor } }),
      },
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    const items = rows.slice(0, limit).map(contactView);
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** Throws NOT_FOUND. */
  async find(workspaceId: string, id: string): Promise<ApiContact> {
    const contact = await this.db.contact.findFirst({ where: { id, workspaceId } });
    if (!contact) throw new BatonError('NOT_FOUND');
    return contactView(contact);
  }

  /** Throws NOT_FOUND or INBOX_DISABLED. */
  async requireInbox(workspaceId: string, id: string): Promise<void> {
    const inbox = await this.db.inbox.findFirst({ where: { id, workspaceId } });
    if (!inbox) throw new BatonError('NOT_FOUND', ['inboxId']);
    if (inbox.disabledAt) throw new BatonError('INBOX_DISABLED');
  }

  /** The contact's id; one that is not known yet is made, with `newId`. A known one stays as it is. Throws NOT_FOUND. */
  async known(workspaceId: string, contact: OnBehalfOf, newId: string): Promise<string> {
    if ('id' in contact) return (await this.find(workspaceId, contact.id)).id;
    const { externalId, name, email } = contact;
    const data = [{ id: newId, workspaceId, externalId, name, email }];
    const [made] = await this.db.contact.createManyAndReturn({ data, skipDuplicates: true });
    if (made) return made.id;
    const which = externalId === undefined ? { id: newId } : { externalId };
    return (await this.db.contact.findFirstOrThrow({ where: { workspaceId, ...which } })).id;
  }
}

function contactView(contact: Contact): ApiContact {
  const { id, externalId, name, email, mergedIntoId, createdAt } = contact;
  const attributes = attributeValues.parse(contact.attributes);
  return { id, externalId, name, email, attributes, mergedIntoId, createdAt: createdAt.toISOString() };
}
