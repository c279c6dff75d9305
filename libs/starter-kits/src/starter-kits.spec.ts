import { describe, expect, it } from 'vitest';
import { findKit, starterKits } from './starter-kits.js';

const kits = starterKits();

describe.each(kits)('the starter kit $name', ({ intents }) => {
  it('has at least 20 intents of at least 25 wordings, and an intent for asking for a person', () => {
    const names = intents.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(20);
    expect(names).toContain('talk_to_human');
    expect(intents.filter(({ examples }) => examples.length < 25).map(({ name }) => name)).toEqual([]);
  });

  it('says nothing twice', () => {
    const said = intents.flatMap(({ examples }) => examples.map(normalised));
    expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
  });

  it('leaves what only the shop knows in brackets, and no figures of its own', () => {
    for (const { name, answer } of intents) {
      expect(answer, name).not.toMatch(/\d|\{\{/);
      expect(answer.replace(/\[[^[\]]+\]/g, ''), name).not.toMatch(/[[\]]/);
    }
  });
});

it('refuses a kit that there is not', () => {
  expect(() => findKit('garden')).toThrow('There is no starter kit of this name');
});

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
