import { Inject, Injectable } from '@nestjs/common';
import { businessHours, workspaceSettings, type BusinessHours, type WorkspaceSettings } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Transaction } from '#database';
import { recordChange, type SettingsActor } from '../audit.js';

/** What holds for the whole workspace. Nothing keeps a copy of it for longer than a second. */
@Injectable()
export class Workspaces {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  settings(workspaceId: string): Promise<WorkspaceSettings> {
    return readSettings(this.db, workspaceId);
  }

  hours(workspaceId: string): Promise<BusinessHours> {
    return readHours(this.db, workspaceId);
  }

  async saveSettings(actor: SettingsActor, after: WorkspaceSettings): Promise<WorkspaceSettings> {
    const { workspaceId } = actor;
    await this.changing(actor, 'workspace.changed', readSettings, after, (tx) =>
      tx.workspace.update({ where: { id: workspaceId }, data: after }),
    );
    return after;
  }

  async saveHours(actor: SettingsActor, after: BusinessHours): Promise<BusinessHours> {
    const { workspaceId } = actor;
    await this.changing(actor, 'business_hours.changed', readHours, after, (tx) =>
      tx.businessHours.upsert({ where: { workspaceId }, create: { workspaceId, ...after }, update: after }),
    );
    return after;
  }

  private changing<T extends object>(
    actor: SettingsActor,
    action: string,
    read: (db: Transaction, workspaceId: string) => Promise<T>,
    after: T,
    write: (tx: Transaction) => Promise<unknown>,
  ): Promise<void> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await read(tx, workspaceId);
      await write(tx);
      await recordChange(tx, actor, { action, subjectType: 'workspace', subjectId: workspaceId, before, after });
    });
  }
}

async function readSettings(db: Database | Transaction, id: string): Promise<WorkspaceSettings> {
  return workspaceSettings.parse(await db.workspace.findUniqueOrThrow({ where: { id } }));
}

/** Until somebody says otherwise, around the clock in the workspace's time zone. */
export async function readHours(db: Database | Transaction, workspaceId: string): Promise<BusinessHours> {
  const hours = await db.businessHours.findUnique({ where: { workspaceId } });
  if (hours) return businessHours.parse(hours);
  const { timeZone } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  return { timeZone, week: [], holidays: [] };
}
