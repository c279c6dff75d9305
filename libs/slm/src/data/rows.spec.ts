import { describe, expect, it } from 'vitest';
import { checkTrainingRows } from './rows.js';

describe('checking training rows', () => {
  const row = (text: string, intent: string, line: number) => ({ text, intent, oos: intent === '', line });

  it('wants two intents', () => {
    expect(() => checkTrainingRows([row('a', 'x', 1), row('b', '', 2)], 'f.jsonl')).toThrow('only one intent (x)');
  });

  it('warns of an intent with one row and of the same text under two intents', () => {
    const rows = [
      row('Where  is it', 'x', 1),
      row('b', 'x', 2),
      row('where is it', 'y', 3),
      row('c', 'z', 4),
      row('d', 'y', 5),
    ];
    expect(checkTrainingRows(rows, 'f.jsonl')).toEqual([
      'f.jsonl: intent z has a single row (line 4). Add more wordings.',
      'f.jsonl: the same text has different intents in lines 1 and 3. Keep one of each.',
    ]);
  });
});
