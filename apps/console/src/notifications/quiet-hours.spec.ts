import { expect, it } from 'vitest';
import { inQuietHours } from './quiet-hours.js';

it.each<[from: string, to: string, at: string, timeZone: string, quiet: boolean]>([
  ['20:00', '07:00', '2026-11-26T21:00:00Z', 'UTC', true],
  ['20:00', '07:00', '2026-11-26T06:59:00Z', 'UTC', true],
  ['20:00', '07:00', '2026-11-26T07:00:00Z', 'UTC', false],
  ['12:00', '13:00', '2026-11-26T12:30:00Z', 'UTC', true],
  ['12:00', '13:00', '2026-11-26T13:00:00Z', 'UTC', false],
  ['20:00', '07:00', '2026-11-26T19:30:00Z', 'Europe/Berlin', true],
  ['00:00', '00:00', '2026-11-26T00:00:00Z', 'UTC', false],
])('from %s to %s, at %s in %s: %s', (from, to, at, timeZone, quiet) => {
  expect(inQuietHours({ enabled: true, from, to, timeZone }, new Date(at))).toBe(quiet);
  expect(inQuietHours({ enabled: false, from, to, timeZone }, new Date(at))).toBe(false);
});
