import type { WidgetSighting } from '#contracts';

/** The server notes an origin at most once a minute, and clocks differ: so much older counts as now, ms. */
const now = 120_000;
/** Nobody waits longer than this (ms) for the first sign. */
export const patience = 20_000;

export type SightingVerdict =
  { kind: 'seen' | 'refused'; sighting: WidgetSighting } | { kind: 'waiting' | 'nothing'; sighting: null };

/** What the newest sighting says of the page that somebody has just opened. */
export function sightingVerdict(sightings: WidgetSighting[], openedAt: number, time: number): SightingVerdict {
  const recent = sightings.filter(({ seenAt }) => Date.parse(seenAt) > openedAt - now);
  const [newest] = recent.toSorted((a, b) => Date.parse(b.seenAt) - Date.parse(a.seenAt));
  if (newest) return { kind: newest.allowed ? 'seen' : 'refused', sighting: newest };
  return { kind: time - openedAt < patience ? 'waiting' : 'nothing', sighting: null };
}
