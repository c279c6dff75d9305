import type { Activity, EpisodeView } from '#contracts';
import { expect, it } from 'vitest';
import { activityText, outcomeText, visitorName } from './words.js';

it.each<[Activity, string]>([
  [{ code: 'handed_over', params: { reason: 'low_confidence' } }, 'Handed over: not sure enough'],
  [{ code: 'joined', params: { agentName: 'Ada' } }, 'Ada joined'],
  [{ code: 'of_a_later_version', params: {} } as unknown as Activity, ''],
])('%j reads "%s"', (activity, text) => {
  expect(activityText(activity)).toBe(text);
});

it.each<[Partial<EpisodeView>, string]>([
  [{ closedBy: 'agent', outcome: 'handed_off' }, 'Resolved by an agent'],
  [{ closedBy: 'bot', outcome: 'assumed' }, 'Answered by the bot'],
  [{ closedBy: 'bot', outcome: 'abandoned' }, 'Customer left'],
  [{ closedBy: 'bot', outcome: 'handed_off' }, 'Closed after a hand-back'],
])('an episode with %j reads "%s"', (episode, text) => {
  expect(outcomeText(episode as EpisodeView)).toBe(text);
});

it('names a visitor who has not said a name by the end of the id', () => {
  const contactId = '0190a000-0000-7000-8000-00000000c0de';
  expect(visitorName({ contactId, contactName: null })).toBe('Visitor c0de');
  expect(visitorName({ contactId, contactName: 'Maria' })).toBe('Maria');
});
