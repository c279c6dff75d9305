import { Inject, Injectable } from '@nestjs/common';
import type { TrainingSchedule } from '#contracts';
import { DATABASE, type Database } from '#database';
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
  async save(workspaceId: string, schedule: TrainingSchedule): Promise<TrainingSchedule> {
    checkCron(schedule);
    const create = { workspaceId, ...schedule };
    await this.db.trainingSchedule.upsert({ where: { workspaceId }, create, update: schedule });
    return schedule;
  }
}
