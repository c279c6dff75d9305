import { describe, expect, it } from 'vitest';
import { sightingVerdict } from './sighting-verdict.js';

const opened = Date.parse('2026-11-26T12:00:00.000Z');
const seen = (seconds: number, allowed: boolean) => ({
  origin: 'https://shop.example',
  pageUrl: null,
  allowed,
  seenAt: new Date(opened + seconds * 1000).toISOString(),
});

describe('sightingVerdict', () => {
  it.each([
    ['nothing yet', [], 3, 'waiting'],
    ['nothing for long', [], 25, 'nothing'],
    ['an old sighting alone', [seen(-3600, true)], 3, 'waiting'],
    ['an old sighting, and then nothing for long', [seen(-3600, true)], 25, 'nothing'],
    ['a sighting just before the check', [seen(-30, true)], 3, 'seen'],
    ['a sighting after all patience', [seen(40, true)], 42, 'seen'],
    ['a refusal', [seen(5, false)], 8, 'refused'],
    ['a refusal before it was allowed', [seen(1, false), seen(9, true)], 10, 'seen'],
  ] as const)('%s: %s at %d s is "%s"', (_, sightings, seconds, kind) => {
    expect(sightingVerdict([...sightings], opened, opened + seconds * 1000).kind).toBe(kind);
  });
});
