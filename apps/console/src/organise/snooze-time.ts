/** When a snoozed conversation comes back, as people say it. Pure but for the reader's time zone. */
import { casual as de } from 'chrono-node/de';
import { casual as en } from 'chrono-node/en';
import { casual as es } from 'chrono-node/es';
import { casual as fr } from 'chrono-node/fr';
import { t } from '../language/t.js';

/** A day without a time of day is meant to begin with work. */
const morning = 9;
const readers = { en, de, es, fr };

/** Null: no time to come can be read from it. In the reader's language first, then in English. */
export function snoozeTime(typed: string, now: Date, language = 'en'): Date | null {
  const own = readers[language.split('-')[0] as keyof typeof readers] ?? en;
  for (const reader of own === en ? [en] : [own, en]) {
    const [found] = reader.parse(typed, now, { forwardDate: true });
    if (!found) continue;
    const { start } = found;
    const at = start.date();
    if (!start.isCertain('hour') && !/\b(min|h|hour|stunde|heure|hora)/i.test(found.text))
      at.setHours(morning, 0, 0, 0);
    if (at > now) return at;
  }
  return null;
}

export interface Preset {
  title: string;
  at: Date;
}

export function snoozePresets(now: Date): Preset[] {
  const day = (ahead: number) => {
    const at = new Date(now);
    at.setDate(at.getDate() + ahead);
    at.setHours(morning, 0, 0, 0);
    return at;
  };
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { title: t('In 3 hours'), at: new Date(now.getTime() + 3 * 3_600_000) },
    { title: t('Tomorrow'), at: day(1) },
    ...(toMonday > 1 && toMonday < 7 ? [{ title: t('Next Monday'), at: day(toMonday) }] : []),
    { title: t('In a week'), at: day(7) },
  ];
}
