import { expect, it } from 'vitest';
import { mailState, messageState } from './message-states.js';

const seen = { deliveredSeq: 5, deliveredAt: null, readSeq: 3, readAt: null };
it.each([
  [2, seen, 'Read'],
  [3, seen, 'Read'],
  [4, seen, 'Delivered'],
  [6, seen, 'Sent'],
  [1, null, 'Sent'],
])('a reply of seq %i, seen %o, is %s', (seq, by, state) => expect(messageState(seq, by)).toBe(state));

it.each([
  ['waiting', 'Goes to kim@mail.example by e-mail unless it is read here first'],
  ['sent', 'E-mailed to kim@mail.example'],
  ['failed', 'The e-mail to kim@mail.example could not be delivered'],
  ['read', undefined],
] as const)('a mail that is %s', (state, text) => {
  expect(mailState({ state, to: 'kim@mail.example', endedAt: null })?.text).toBe(text);
});
