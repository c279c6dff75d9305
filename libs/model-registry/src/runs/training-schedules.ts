import { Inject, Injectable } from '@nestjs/common';
import { recordChange, type SettingsActor } from '#administration';
import type { TrainingSchedule } from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Transaction } from '#database';
import { checkCron } from './cron.js';

/** When a workspace trains by itself. */
@Injectable()
export class TrainingSchedules {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  find(workspaceId: string): Promise<TrainingSchedule | null> {
    return read(this.db, workspaceId);
  }

  /** Throws BAD_PAYLOAD for a cron line or a time zone that does not exist. */
  async save(actor: SettingsActor, schedule: TrainingSchedule): Promise<TrainingSchedule> {
    checkCron(schedule);
    const { workspaceId } = actor;
    const create = { workspaceId, ...schedule };
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = (await read(tx, workspaceId)) ?? {};
      await tx.trainingSchedule.upsert({ where: { workspaceId }, create, update: schedule });
      await recordChange(tx, actor, {
        ...{ action: 'training_schedule.changed', subjectType: 'workspace', subjectId: workspaceId },
        before,
        after: schedule,
      });
    });
    return schedule;
  }
}

async function read(db: Database | Transaction, workspaceId: string): Promise<TrainingSchedule | null> {
  const schedule = await db.trainingSchedule.findUnique({ where: { workspaceId } });
  return schedule && { cron: schedule.cron, timeZone: schedule.timeZone, enabled: schedule.enabled };
}
