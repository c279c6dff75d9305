import { describe, expect, it } from 'vitest';
import { attemptWords, keyState } from './words.js';

const now = Date.parse('2026-11-26T12:00:00.000Z');
const [before, after] = ['2026-11-26T11:59:59.000Z', '2026-11-26T12:00:01.000Z'];

describe('a key', () => {
  it.each([
    [null, null, 'valid'],
    [null, after, 'valid'],
    [null, before, 'expired'],
    [before, null, 'revoked'],
    [before, before, 'revoked'],
  ])('revoked at %s, that expires at %s, is %s', (revokedAt, expiresAt, state) => {
    expect(keyState({ revokedAt, expiresAt }, now)).toBe(state);
  });
});

describe('an attempt', () => {
  it.each([
    [204, null, /taken/],
    [500, null, /500, which is no success/],
    [410, null, /wants no more/],
    [null, 'late', /15 seconds/],
    [null, 'address_refused', /private network/],
  ] as const)('with status %s and problem %s says so', (status, problem, words) => {
    expect(attemptWords({ at: before, durationMs: 1, responseBody: '', status, problem })).toMatch(words);
  });
});
