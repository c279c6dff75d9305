import { expect, it } from 'vitest';
import { parseOutcome } from './outcome.js';
import { halves, readConversations } from './set.js';

it('has conversations enough, each once, and no turn that cannot be reached', () => {
  const all = halves.flatMap(readConversations);
  expect(all.length).toBeGreaterThanOrEqual(150);
  expect(all.flatMap(({ turns }) => turns).length).toBeGreaterThanOrEqual(350);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.filter(({ turns }) => turns[0]!.if)).toEqual([]);
});

it('calls finishable only what can end with an answer or manners', () => {
  const spoken = (outcome: string) =>
    parseOutcome(outcome).every(({ kind }) => kind === 'answer' || kind === 'small_talk');
  const finishable = halves.flatMap(readConversations).filter((each) => each.finishable);
  expect(finishable.filter(({ turns }) => !turns.at(-1)!.may.some(spoken)).map(({ id }) => id)).toEqual([]);
});
