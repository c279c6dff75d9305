import { expect, it } from 'vitest';
import { withNames } from './intent-names.js';

it('adds the name of each intent in words, once, and none for what has no letters or no intent', () => {
  const row = (intent: string, oos = false) => ({ text: 'hi', intent, oos });
  const names = ['ORDER_STATUS', 'orderStatus', 'Order/Status-2', 'Größe?', '17', '—'];
  const rows = [...names, 'ORDER_STATUS'].map((intent) => row(intent));
  const all = withNames([...rows, row('', true)]);
  expect(all.slice(0, 8)).toEqual([...rows, row('', true)]);
  expect(all.slice(8)).toEqual(
    ['order status', 'order status', 'order status 2', 'größe'].map((text, i) => ({
      ...row(names[i]!),
      text,
      isName: true,
    })),
  );
});
