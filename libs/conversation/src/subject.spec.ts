import { expect, it } from 'vitest';
import type { DecisionKind, DecisionRule } from '#contracts';
import { subjectOf, type Said } from './subject.js';

const decided = (text: string, kind: DecisionKind, rule: DecisionRule): Said => ({
  ...{ text, decision: { kind, rule }, wasRead: rule !== 'model_silent' },
});
const answered = (text: string) => decided(text, 'answer', 'confident');
const handedOver = (text: string) => decided(text, 'escalate', 'not_confident');
const toPeople = (text: string): Said => ({ text, decision: null, wasRead: false });
const callForPerson = decided('get me a human', 'escalate', 'person_asked_for');
const thanks = decided('thanks', 'small_talk', 'small_talk');

it.each<[string, Said[], string | null]>([
  ['nothing was said', [], null],
  [
    'the one handed over last',
    [answered('where is it'), handedOver('it came broken'), toPeople('hm?')],
    'it came broken',
  ],
  ['not the call for a person after it', [answered('my lamp flickers'), callForPerson], 'my lamp flickers'],
  [
    'what was asked for',
    [decided('where is it', 'ask_slot', 'slot_missing'), decided('1042', 'escalate', 'question_answered')],
    'where is it',
  ],
  ['not the thank-you after it', [answered('can I send it back'), thanks], 'can I send it back'],
  [
    'what people were told after the call for them',
    [callForPerson, toPeople('my lamp flickers'), toPeople('the tall one')],
    'my lamp flickers',
  ],
  [
    'what the model read, not what people were told',
    [answered('where is it'), toPeople('my lamp flickers')],
    'where is it',
  ],
  ['what no model read in time', [decided('my lamp flickers', 'escalate', 'model_silent')], 'my lamp flickers'],
  ['a call for a person where there is nothing else', [thanks, callForPerson], 'get me a human'],
  ['a thank-you where there is nothing else', [thanks], 'thanks'],
])('%s', (_, inbound, subject) => expect(subjectOf(inbound)?.text ?? null).toBe(subject));
