import { describe, expect, it } from 'vitest';
import { fullTime } from '../ui/format.js';
import { actionWords, differences } from './audit-words.js';

const time = '2026-11-26T08:00:00.000Z';
const change = (before: object | undefined, after: object | undefined) => ({
  ...(before && { before }),
  ...(after && { after }),
});

describe('words of the audit log', () => {
  it.each([
    ['inbox.changed', 'Inbox changed'],
    ['password_reset.created', 'Password reset created'],
    ['login', 'Login'],
  ])('%s is %s', (action, words) => {
    expect(actionWords(action)).toBe(words);
  });

  it.each<[string, Record<string, unknown>, [string, string | null, string | null][]]>([
    ['a field', change({ offerSeconds: 30 }, { offerSeconds: 45 }), [['Offer seconds', '30', '45']]],
    ['an equal field', change({ a: 1, b: 'x' }, { a: 1, b: 'y' }), [['B', 'x', 'y']]],
    ['yes and no', change({ automate: true }, { automate: false }), [['Automate', 'yes', 'no']]],
    ['from nothing', change({ disabledAt: null }, { disabledAt: time }), [['Disabled at', null, fullTime(time)]]],
    ['to nothing', change({ greeting: 'Hi' }, { greeting: '' }), [['Greeting', 'Hi', null]]],
    [
      'a field of a field',
      change({ appearance: { accent: '#000' } }, { appearance: { accent: '#fff' } }),
      [['Appearance, accent', '#000', '#fff']],
    ],
    [
      'a list, by what went and came',
      change({ allowedOrigins: ['a', 'b'] }, { allowedOrigins: ['b', 'c', 'd'] }),
      [['Allowed origins', 'a', 'c; d']],
    ],
    [
      'a list of records',
      change({ week: [] }, { week: [{ day: 1, from: '09:00' }] }),
      [['Week', null, 'day 1, from 09:00']],
    ],
    [
      'something new',
      change(undefined, { email: 'a@b.c', role: 'agent' }),
      [
        ['Email', null, 'a@b.c'],
        ['Role', null, 'agent'],
      ],
    ],
    ['something gone', change({ text: 'Hello' }, undefined), [['Text', 'Hello', null]]],
    ['facts', { version: 3 }, [['Version', null, '3']]],
    ['nothing', {}, []],
  ])('%s', (_, data, expected) => {
    expect(differences(data).map(({ field, before, after }) => [field, before, after])).toEqual(expected);
  });
});
