import type { GateCheck } from '#contracts';
import { expect, it } from 'vitest';
import { verdictOf } from './verdict.js';

const gate = (...checks: [GateCheck['check'], boolean][]): GateCheck[] =>
  checks.map(([check, passed]) => ({ check, passed, finding: 'recorded', text: '' }));

it.each([
  ['nothing was judged', gate(), 'plain', 'Not judged'],
  ['a first version', gate(['calibration', true], ['int8', true]), 'plain', 'First version'],
  [
    'a first version whose own check has a remark',
    gate(['calibration', false], ['int8', true]),
    'plain',
    'First version',
  ],
  ['a better one', gate(['accuracy', true], ['improvement', true]), 'good', 'Better'],
  ['one without a difference', gate(['accuracy', true], ['improvement', false]), 'plain', 'No difference'],
  ['a worse one', gate(['accuracy', false], ['improvement', false]), 'bad', 'Not passed'],
])('%s', (_, checks, tone, title) => {
  expect(verdictOf(checks)).toMatchObject({ tone, title });
});
