import { expect, it } from 'vitest';
import { reads } from '../testing/situations.js';
import { addedBy } from './added.js';

type Ranked = [string, number][];

/** After a question about the delivery's cost, with which the message was read. */
it.each<[message: string, before: Ranked, alone: Ranked, together: Ranked, added: string | null]>([
  [
    'and how long?',
    [
      ['cost', 0.99],
      ['time', 0.002],
    ],
    [
      ['time', 0.11],
      ['size', 0.05],
    ],
    [
      ['cost', 0.98],
      ['time', 0.017],
    ],
    'time',
  ],
  [
    'till when?',
    [
      ['cost', 0.96],
      ['hours', 0.02],
    ],
    [
      ['time', 0.38],
      ['hours', 0.03],
    ],
    [
      ['cost', 0.84],
      ['hours', 0.1],
      ['stock', 0.01],
    ],
    null,
  ],
  [
    'even on bank holidays?',
    [
      ['hours', 0.98],
      ['time', 0.004],
    ],
    [
      ['hours', 0.31],
      ['time', 0.26],
    ],
    [
      ['hours', 0.96],
      ['time', 0.03],
    ],
    null,
  ],
  [
    'and to Ireland?',
    [
      ['cost', 0.99],
      ['time', 0.006],
    ],
    [
      ['cost', 0.3],
      ['time', 0.17],
    ],
    [
      ['cost', 0.99],
      ['time', 0.007],
    ],
    null,
  ],
  [
    'and without the box?',
    [['cost', 0.98]],
    [['missing', 0.9]],
    [
      ['cost', 0.96],
      ['missing', 0.012],
      ['swap', 0.005],
      ['address', 0.01],
    ],
    null,
  ],
  [
    'is that free?',
    [['cost', 0.98]],
    [
      ['closing', 0.8],
      ['time', 0.04],
    ],
    [
      ['cost', 0.98],
      ['closing', 0.01],
    ],
    null,
  ],
])('%s', (_, before, alone, together, added) => {
  const reading = { ...reads(...together), alone: reads(...alone), before: reads(...before).topK };
  expect(addedBy(reading)).toBe(added);
});

it('is nothing where the message was read by itself', () =>
  expect(addedBy(reads(['cost', 0.9], ['time', 0.1]))).toBe(null));
