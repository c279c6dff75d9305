import { describe, expect, it } from 'vitest';
import { shippedBase } from '#slm';
import { demoRows } from './demo-rows.js';
import { isShippedFor } from './shipped-model.js';

describe('the model that comes with the program', async () => {
  const { train } = await demoRows(new Date());

  // Where this fails, the demo's tickets have changed: `npm run demo-model`.
  it('was trained on what the trainer of a new demo learns from, in whatever order that comes', async () => {
    expect(await isShippedFor(train, shippedBase())).toBe(true);
    expect(await isShippedFor(train.toReversed(), shippedBase())).toBe(true);
  });

  it('is none for a shop with a row more, a row less, or a row of another intent', async () => {
    const [first, ...rest] = train;
    const others = [
      [...train, { text: 'Where is it?', intent: 'order_status', oos: false }],
      rest,
      [...rest, { ...first!, intent: first!.intent === 'warranty' ? 'newsletter' : 'warranty', oos: false }],
    ];
    for (const rows of others) expect(await isShippedFor(rows, shippedBase())).toBe(false);
  });

  it('is none where training starts from another encoder', async () => {
    expect(await isShippedFor(train, 'models/another')).toBe(false);
  });
});
