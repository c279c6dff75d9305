import type { NotificationSettings } from '#contracts';

/** Pure: the time zone is the settings' own. */
export function inQuietHours(quiet: NotificationSettings['quietHours'], now: Date): boolean {
  if (!quiet.enabled) return false;
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: quiet.timeZone });
  const time = clock.format(now);
  return quiet.from <= quiet.to ? quiet.from <= time && time < quiet.to : quiet.from <= time || time < quiet.to;
}
