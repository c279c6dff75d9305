import { z } from 'zod';
import { timeZone } from './account.js';

const channels = z.object({ sound: z.boolean(), desktop: z.boolean() });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** GET and PUT /api/account/notifications: the same on every device of a person. */
export const notificationSettings = z.object({
  /** A conversation is offered. */
  offers: channels,
  /** A customer writes in a conversation of one's own. */
  replies: channels,
  /** A colleague names one in a note. */
  mentions: channels,
  /** The count of what waits stands in the page's title and icon. */
  badge: z.boolean(),
  /** Between `from` and `to`, over midnight where `to` is earlier, nothing sounds and nothing pops up. */
  quietHours: z.object({ enabled: z.boolean(), from: clock, to: clock, timeZone }),
});
export type NotificationSettings = z.infer<typeof notificationSettings>;

export const defaultNotifications: NotificationSettings = {
  offers: { sound: true, desktop: true },
  replies: { sound: true, desktop: true },
  mentions: { sound: true, desktop: true },
  badge: true,
  quietHours: { enabled: false, from: '20:00', to: '07:00', timeZone: 'UTC' },
};
