import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingInTurn, sharedBy } from './in-turn.js';

const read = (intent: string, confidence: number) => ({ intent, confidence });

it.each([
  ['both agree, the message by itself is surer', read('returns', 0.9), read('returns', 0.7), 'alone'],
  ['both agree, it is surer after the other', read('returns', 0.6), read('returns', 0.9), 'joint'],
  ['"do I have to post it back", after "my mug came broken"', read('returns', 0.9), read('damaged', 0.97), 'joint'],
  ['"and the other one", which says nothing by itself', read('size', 0.2), read('stock', 0.96), 'joint'],
  ['both are sure of something else', read('returns', 0.97), read('damaged', 0.97), 'open'],
  ['both are as good as sure, the pair surer', read('returns', 0.97), read('damaged', 0.995), 'joint'],
  ['both are likely', read('returns', 0.85), read('damaged', 0.9), 'open'],
  ['the pair is unlikely', read('returns', 0.97), read('damaged', 0.7), 'alone'],
  ['neither is likely', read('returns', 0.5), read('damaged', 0.6), 'joint'],
])('%s', (_, alone, joint, expected) => expect(readingInTurn(alone, joint)).toBe(expected));

it('shares never exceed what either reading was sure of, nor together one', () => {
  const sure = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(sure, sure, (a, b) => {
      const [first, second] = sharedBy(read('one', a), read('other', b));
      expect(first!.confidence).toBeGreaterThanOrEqual(second!.confidence);
      expect(first!.confidence).toBeLessThanOrEqual(Math.max(a, b));
      expect(first!.confidence + second!.confidence).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});
