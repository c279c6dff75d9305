import { expect, it } from 'vitest';
import { labelOf } from './label.js';

it.each([
  ['order_status', 'order_status', false, 'confirmed', 'agent_confirm'],
  ['order_status', 'refund_status', false, 'corrected', 'agent_correction'],
  [null, 'refund_status', false, 'corrected', 'agent_correction'],
  ['order_status', null, true, 'out_of_scope', 'agent_correction'],
  ['order_status', null, false, 'unlabelled', null],
  [null, null, false, 'unlabelled', null],
])('predicted %s, chosen %s, out of scope %s -> %s from %s', (predicted, chosen, outOfScope, kind, source) => {
  expect(labelOf(predicted, chosen, outOfScope)).toEqual({ kind, source });
});
