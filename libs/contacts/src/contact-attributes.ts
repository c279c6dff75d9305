import { Inject, Injectable } from '@nestjs/common';
import { recordChange, type SettingsActor } from '#administration';
import { contactAttributes, type ContactAttributes } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Transaction } from '#database';

/** Which fields of its own a shop keeps about its customers. */
@Injectable()
export class ContactAttributeSettings {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  view(workspaceId: string): Promise<ContactAttributes> {
    return read(this.db, workspaceId);
  }

  async save(actor: SettingsActor, after: ContactAttributes): Promise<ContactAttributes> {
    const { workspaceId } = actor;
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await read(tx, workspaceId);
      await tx.workspace.update({ where: { id: workspaceId }, data: { contactAttributes: after.attributes } });
      const change = { action: 'contact_attributes.changed', subjectType: 'workspace', subjectId: workspaceId };
      await recordChange(tx, actor, { ...change, before, after });
    });
    return after;
  }
}

async function read(db: Database | Transaction, workspaceId: string): Promise<ContactAttributes> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  return contactAttributes.parse({ attributes: workspace.contactAttributes });
}
