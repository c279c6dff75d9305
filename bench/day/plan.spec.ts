import { expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { Deck, planDay } from './plan.js';

it('plans the same day by the same seed, and another by another', () => {
  const stories = (seed: number) => planDay(seed, 60, 4, 240).stories;
  expect(stories(1)).toEqual(stories(1));
  expect(stories(1)).not.toEqual(stories(2));
});

it('has visitors of every kind, the early ones before anybody is there, and some of both sorts in Chromium', () => {
  const { stories } = planDay(7, 60, 4, 240);
  expect(stories).toHaveLength(60);
  expect(new Set(stories.map(({ kind }) => kind)).size).toBe(6);
  expect(stories.filter(({ arrivesAt }) => arrivesAt < 0).map(({ kind }) => kind)).toEqual(['mail', 'mail', 'mail']);
  const inChromium = stories.filter(({ client }) => client === 'widget');
  expect(inChromium).toHaveLength(4);
  expect(inChromium.filter(({ kind }) => kind === 'mail')).toHaveLength(1);
});

it('never has a visitor write the same twice, so that what is stored can be told apart', () => {
  for (const { says, answers, afterwards } of planDay(3, 200, 4, 240).stories) {
    const texts = [...says, ...answers, ...(afterwards ? [afterwards] : [])];
    expect(new Set(texts).size).toBe(texts.length);
  }
});

it('draws every card before any comes again', () => {
  const deck = new Deck(['a', 'b', 'c'], seededRandom(1));
  expect([deck.draw(), deck.draw(), deck.draw()]).toEqual(['a', 'b', 'c']);
  expect([deck.draw(), deck.draw(), deck.draw()].sort()).toEqual(['a', 'b', 'c']);
});
