import { Inject, Injectable } from '@nestjs/common';
import { recordChange, type IntegrationActor, type SettingsActor } from '#administration';
import { BatonError } from '#contracts';
import { DATABASE, lockWorkspace, type Contact, type Database, type Transaction } from '#database';

type Actor = SettingsActor | IntegrationActor;
type Reader = Pick<Database | Transaction, 'contact'>;

/**
 * Who is the same person. A merge is a link from one contact to another, never more than one step long: sessions and conversations
 * stay with the contact that they began with, so that no browser loses its conversation and a wrong merge is taken back whole.
 */
@Injectable()
export class ContactMerging {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /**
   * Returns the conversations whose rows show another name now. Throws NOT_FOUND, CONTACT_INTO_ITSELF, and CONTACTS_BOTH_SIGNED_IN for two
   * that the shop tells apart.
   */
  merge(actor: Actor, id: string, into: string): Promise<string[]> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const [from, to] = [await rootOf(tx, workspaceId, id), await rootOf(tx, workspaceId, into)];
      if (from.id === to.id) throw new BatonError('CONTACT_INTO_ITSELF');
      if (from.externalId !== null && to.externalId !== null) throw new BatonError('CONTACTS_BOTH_SIGNED_IN');
      const moved = await samePerson(tx, workspaceId, from.id);
      await tx.contact.updateMany({
        where: { workspaceId, OR: [{ id: from.id }, { mergedIntoId: from.id }] },
        data: { mergedIntoId: to.id },
      });
      await record(tx, actor, from.id, 'contact.merged', null, to.id);
      return conversationsOf(tx, workspaceId, moved);
    });
  }

  /** Throws NOT_FOUND where it is merged into nobody. */
  split(actor: SettingsActor, id: string): Promise<string[]> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const contact = await tx.contact.findFirst({ where: { id, workspaceId, mergedIntoId: { not: null } } });
      if (!contact) throw new BatonError('NOT_FOUND');
      await tx.contact.update({ where: { id }, data: { mergedIntoId: null } });
      await record(tx, actor, id, 'contact.split', contact.mergedIntoId, null);
      return conversationsOf(tx, workspaceId, [id]);
    });
  }
}

/** The contact that stands for the person. Throws NOT_FOUND. */
export async function rootOf(db: Reader, workspaceId: string, id: string): Promise<Contact> {
  const contact = await db.contact.findFirst({ where: { id, workspaceId } });
  if (!contact) throw new BatonError('NOT_FOUND');
  if (contact.mergedIntoId === null) return contact;
  return db.contact.findFirstOrThrow({ where: { id: contact.mergedIntoId, workspaceId } });
}

/** All contacts that are the person for whom `rootId` stands. */
export async function samePerson(db: Reader, workspaceId: string, rootId: string): Promise<string[]> {
  const merged = await db.contact.findMany({ where: { workspaceId, mergedIntoId: rootId }, select: { id: true } });
  return [rootId, ...merged.map(({ id }) => id)];
}

export async function conversationsOf(tx: Transaction, workspaceId: string, contactIds: string[]): Promise<string[]> {
  const where = { workspaceId, contactId: { in: contactIds } };
  return (await tx.conversation.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

function record(
  tx: Transaction,
  actor: Actor,
  subjectId: string,
  action: string,
  before: string | null,
  after: string | null,
): Promise<void> {
  return recordChange(tx, actor, {
    ...{ action, subjectType: 'contact', subjectId },
    before: { mergedIntoId: before },
    after: { mergedIntoId: after },
  });
}
