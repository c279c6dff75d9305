import type { InboxDetail, InboxSettings } from '#contracts';

/** What of an inbox can be changed, as it is sent. */
export function settingsOf({
  name,
  allowedOrigins,
  greeting,
  greetingOutsideHours,
  appearance,
}: InboxDetail): InboxSettings {
  return { name, allowedOrigins, greeting, greetingOutsideHours, appearance };
}
