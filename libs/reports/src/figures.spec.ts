import { expect, it } from 'vitest';
import { figuresOf, noEpisodes } from './figures.js';

const outcomes = { confirmed: 10, assumed: 30, recontacted: 5, abandoned: 15, handedOff: 40 };
const figures = figuresOf({ ...noEpisodes, ...outcomes, opened: 103, closed: 100, involved: 80 });
const share = ({ n, of }: { n: number; of: number }) => n / of;

it('automation is involvement times resolution, and confirmed and assumed are its two parts', () => {
  expect(share(figures.automation)).toBeCloseTo(share(figures.involvement) * share(figures.resolution));
  expect(figures.automation).toMatchObject({ n: 40, of: 100 });
  expect(figures.confirmed.n + figures.assumed.n).toBe(figures.automation.n);
});

it('who came back is counted among those that people did not take', () => {
  expect(figures.containment).toMatchObject({ n: 60, of: 100 });
  expect(figures.recontact).toMatchObject({ n: 5, of: 60 });
  expect(figures.stillOpen).toBe(3);
});

it('of nothing, it says nothing', () => {
  const { automation, firstResponse, csatBot } = figuresOf(noEpisodes);
  expect(automation).toEqual({ n: 0, of: 0, low: 0, high: 1 });
  expect(firstResponse).toEqual({ n: 0, median: null, p90: null });
  expect(csatBot).toEqual({ positive: automation, mean: null });
});
