import { expect, it } from 'vitest';
import { checkCron } from './cron.js';

it.each([
  ['0 3 * * 1', 'UTC', null],
  ['*/30 2-4 * * *', 'Europe/Madrid', null],
  ['0 3 * * 1', 'Mars/Olympus', 'timeZone'],
  ['0 0 3 * * 1', 'UTC', 'cron'],
  ['61 3 * * 1', 'UTC', 'cron'],
  ['0 0 30 2 *', 'UTC', 'cron'],
  ['every night', 'UTC', 'cron'],
  ['', 'UTC', 'cron'],
])('%s in %s', (cron, timeZone, wrong) => {
  const check = () => checkCron({ cron, timeZone });
  if (wrong) expect(check).toThrow(expect.objectContaining({ code: 'BAD_PAYLOAD', details: [wrong] }));
  else expect(check).not.toThrow();
});
