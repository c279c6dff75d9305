import { expect, it } from 'vitest';
import type { Activity } from '#contracts';
import { activityText } from './activity-text.js';
import { translation } from './locale.js';

it.each<[Parameters<typeof translation>[0], Activity, string]>([
  ['en', { code: 'joined', params: { agentName: 'Ada' } }, 'Ada joined the conversation'],
  ['de', { code: 'joined', params: { agentName: 'Ada' } }, 'Ada ist jetzt in der Unterhaltung'],
  ['en', { code: 'handed_over', params: { reason: 'low_confidence' } }, 'Handed over to our team'],
  ['fr', { code: 'handed_over', params: { reason: 'sensitive_topic' } }, 'Transmis à notre équipe, en priorité'],
  ['en', { code: 'asked_for_person', params: {} }, 'You asked to talk to a person'],
  ['en', { code: 'of_a_later_version', params: {} } as unknown as Activity, ''],
])('in %s, %j reads "%s"', (locale, activity, text) => {
  expect(activityText(activity, translation(locale))).toBe(text);
});
