import type { GateCheck } from '#contracts';
import { expect, it } from 'vitest';
import { findingWords } from './finding-words.js';

const titles: Record<string, string> = { order_status: 'Order status', gift: 'Gift wrapping' };
const titleOf = (name: string) => titles[name] ?? name;

it.each<[GateCheck, string]>([
  [
    { check: 'accuracy', passed: true, finding: 'rows_changed', gained: 12, lost: 3, rows: 1480, leastGain: -0.0042 },
    'Of 1,480 messages 12 became right and 3 became wrong. At worst the accuracy changes by -0.4 points.',
  ],
  [
    { check: 'aurc', passed: true, finding: 'aurc_lowered', low: -0.00121, high: 0.01 },
    'Lower by -0.0012 to 0.0100, with 90% certainty; below zero means higher.',
  ],
  [
    { check: 'out_of_scope', passed: false, finding: 'auroc_changed', before: 0.97, after: 0.91, mostGain: -0.0204 },
    'AUROC 0.970 before, 0.910 now. At best it changes by -0.020.',
  ],
  [{ check: 'out_of_scope', passed: true, finding: 'nothing_out_of_scope' }, 'no out-of-scope messages'],
  [
    { check: 'recall', passed: false, finding: 'recall_compared', tested: 9, lost: ['order_status', 'gift'] },
    'Recognised less well: Order status and Gift wrapping.',
  ],
  [{ check: 'recall', passed: true, finding: 'recall_compared', tested: 1, lost: [] }, '1 intent has enough messages'],
  [{ check: 'recall', passed: true, finding: 'recall_compared', tested: 9, lost: [] }, '9 intents have enough'],
  [{ check: 'recall', passed: true, finding: 'recall_compared', tested: 0, lost: [] }, 'No intent has enough messages'],
  [
    { check: 'trigger', passed: false, finding: 'words_examined', messages: 72, overruling: ['qzxv', 'foo'] },
    'New examples with “qzxv”, “foo” contradict what the version before was sure of. Look at them.',
  ],
  [{ check: 'trigger', passed: true, finding: 'words_examined', messages: 1, overruling: [] }, '1 new message, and no'],
  [{ check: 'trigger', passed: true, finding: 'words_examined', messages: 72, overruling: [] }, '72 new messages, and'],
  [
    { check: 'calibration', passed: false, finding: 'overconfidence', observed: 0.0512, limit: 0.03, ece: 0.0611 },
    'Its confidence promises 5.1 points too much; up to 3.0 may be. ECE 0.061.',
  ],
  [
    { check: 'int8', passed: true, finding: 'int8_agreement', same: 298, of: 300 },
    'The same as in float32 on 298 of 300 messages (99.3%).',
  ],
  [{ check: 'int8', passed: true, finding: 'int8_agreement', same: 0, of: 0 }, 'no message to measure this on'],
  [{ check: 'improvement', passed: true, finding: 'improvement_tested', p: 0.0032 }, 'better (accuracy: p = 0.003)'],
  [{ check: 'improvement', passed: false, finding: 'improvement_tested', p: 1 }, 'No difference is shown'],
  [{ check: 'aurc', passed: false, finding: 'nothing_to_measure' }, 'no message to measure this on'],
  [{ check: 'int8', passed: true, finding: 'recorded', text: 'agrees with fp32 on 9 of 9' }, 'agrees with fp32 on 9'],
])('%o: %s', (found, words) => {
  expect(findingWords(found, titleOf)).toContain(words);
});
