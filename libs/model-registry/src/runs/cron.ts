import { CronExpressionParser } from 'cron-parser';
import { BatonError, type TrainingSchedule } from '#contracts';

/** Five fields: minutes are the finest a training schedule needs. Throws BAD_PAYLOAD, naming the field that is wrong. */
export function checkCron({ cron, timeZone }: Pick<TrainingSchedule, 'cron' | 'timeZone'>): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new BatonError('BAD_PAYLOAD', ['timeZone']);
  }
  try {
    if (cron.trim().split(/\s+/).length !== 5) throw new Error('not five fields');
    CronExpressionParser.parse(cron, { tz: timeZone }).next();
  } catch {
    throw new BatonError('BAD_PAYLOAD', ['cron']);
  }
}
