import { formatLocale, t } from '../language/t.js';

/** How times, shares and names are written, in the reader's locale. Pure but for the locale. */
const day = 86_400_000;

// A formatter costs a hundred times what writing one time does, and a list that is scrolled writes hundreds a second.
const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(formatLocale(), options);
const ofWeekday = formatter({ weekday: 'short' });
const ofDate = formatter({ day: 'numeric', month: 'short' });
const ofTime = formatter({ hour: '2-digit', minute: '2-digit' });
const whole = formatter({ dateStyle: 'medium', timeStyle: 'short' });
const ofDay = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export function percent(share: number, digits = 0): string {
  return share.toLocaleString(formatLocale(), {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A confidence, never rounded to a certainty that the model does not have. */
export function likelihood(share: number): string {
  if (share > 0 && share < 0.01) return `<${percent(0.01)}`;
  if (share < 1 && share > 0.99) return `>${percent(0.99)}`;
  return percent(share);
}

/** "now", "4m", "3h", then a weekday within the week and a date beyond it. */
export function ago(iso: string, now: number): string {
  const then = Date.parse(iso);
  const seconds = Math.max(0, (now - then) / 1000);
  if (seconds < 60) return t('now');
  if (seconds < 3_600) return t('{n}m', { n: Math.floor(seconds / 60) });
  if (seconds < 86_400) return t('{n}h', { n: Math.floor(seconds / 3_600) });
  const date = new Date(then);
  return (seconds < 6 * 86_400 ? ofWeekday : ofDate).format(date);
}

/** Minutes and seconds of a countdown or a wait: "0:24", "12:03", "1:02:45". */
export function clock(milliseconds: number): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

export function timeOfDay(iso: string): string {
  return ofTime.format(new Date(iso));
}

export function fullTime(iso: string): string {
  return whole.format(new Date(iso));
}

/** The heading of a day in a history. */
export function dayName(iso: string, now: number): string {
  const date = new Date(iso);
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(date.getTime())) / day);
  if (days === 0) return t('Today');
  if (days === 1) return t('Yesterday');
  return ofDay.format(date);
}

/** "German (Switzerland)" for `de-CH`. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(formatLocale(), { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag;
  } catch {
    return tag; // well-formed for the contract, but no language of BCP 47
  }
}

/** A title within a sentence; in German nouns keep their capital. */
export function inSentence(title: string): string {
  return formatLocale()?.startsWith('de') ? title : title.toLowerCase();
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}

/** `order_status` as "Order status", for an intent that the list of intents does not know (any more). */
export function readable(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
