import { describe, expect, it } from 'vitest';
import { snoozePresets, snoozeTime } from './snooze-time.js';

/** A Thursday. */
const now = new Date(2026, 10, 26, 14, 30);
const written = (at: Date | null) => at && `${at.getMonth() + 1}/${at.getDate()} ${at.getHours()}:${at.getMinutes()}`;

describe('snoozeTime', () => {
  it.each<[typed: string, at: string | null, language?: string]>([
    ['tomorrow 9:00', '11/27 9:0'],
    ['tomorrow', '11/27 9:0'],
    ['tomorrow at 3pm', '11/27 15:0'],
    ['in 3 hours', '11/26 17:30'],
    ['in 20 minutes', '11/26 14:50'],
    ['in 2 days', '11/28 9:0'],
    ['monday', '11/30 9:0'],
    ['Monday 10:15', '11/30 10:15'],
    ['next week', '12/3 9:0'],
    ['24 December', '12/24 9:0'],
    ['8:00', '11/27 8:0'],
    ['yesterday', null],
    ['whenever', null],
    ['', null],
    ['morgen um 8 Uhr', '11/27 8:0', 'de'],
    ['tomorrow', '11/27 9:0', 'de-AT'],
    ['demain', '11/27 9:0', 'fr'],
    ['mañana', '11/27 9:0', 'es'],
    ['monday', '11/30 9:0', 'ar'],
  ])('%s', (typed, at, language) => {
    expect(written(snoozeTime(typed, now, language))).toBe(at);
  });
});

describe('snoozePresets', () => {
  it('are all to come, and none is there twice', () => {
    for (let day = 0; day < 7; day++) {
      const at = new Date(2026, 10, 22 + day, 14, 30);
      const times = snoozePresets(at).map((preset) => preset.at.getTime());
      expect(times.every((time) => time > at.getTime())).toBe(true);
      expect(new Set(times).size).toBe(times.length);
    }
  });
});
