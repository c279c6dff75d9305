import { Inject, Injectable } from '@nestjs/common';
import { recordChange, type SettingsActor } from '#administration';
import type { TrainingSchedule } from '#contracts';
import { DATABASE, lockWorkspace, type Database } from '#database';
import { checkCron } from './cron.js';

/** When a workspace trains by itself. */
@Injectable()
export class TrainingSchedules {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async find(workspaceId: string): Promise<TrainingSchedule | null> {
    const schedule = await this.db.trainingSchedule.findUnique({ where: { workspaceId } });
    return schedule && { cron: schedule.cron, timeZone: schedule.timeZone, enabled: schedule.enabled };
  }

  /** Throws BAD_PAYLOAD for a cron line or a time zone that does not exist. */
  async save(actor: SettingsActor, schedule: TrainingSchedule): Promise<TrainingSchedule> {
    checkCron(schedule);
    const { workspaceId } = actor;
    const create = { workspaceId, ...schedule };
    await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const before = await tx.trainingSchedule.findUnique({ where: { workspaceId } });
      const after = await tx.trainingSchedule.upsert({ where: { workspaceId }, create, update: schedule });
      await recordChange(tx, actor, {
        ...{ action: 'training_schedule.changed', subjectType: 'workspace', subjectId: workspaceId },
        before: before ?? {},
        after,
      });
    });
    return schedule;
  }
}
