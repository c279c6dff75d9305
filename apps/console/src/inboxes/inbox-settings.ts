import { defaultAppearance, type InboxDetail, type InboxSettings } from '#contracts';

export const newInbox: InboxSettings = {
  name: '',
  allowedOrigins: [],
  greeting: 'Hello! How can we help?',
  greetingOutsideHours: '',
  appearance: defaultAppearance,
};

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
