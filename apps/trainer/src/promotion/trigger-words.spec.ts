import { describe, expect, it } from 'vitest';
import { triggerWords, type FreshRow } from './trigger-words.js';

type Brief = [text: string, intent: string, predicted: string, confidence: number];
const rows = (...brief: Brief[]): FreshRow[] => [
  ...brief.map(([text, intent, predicted, confidence]) => {
    return {
      words: text.toLowerCase().match(/\w+/g) ?? [],
      intent,
      predicted,
      confidence,
      oos: intent === '',
      oosScore: 0,
    };
  }),
  ...['refund', 'delivery', 'invoice', 'return'].map((intent) => {
    return { words: ['hello'], intent, predicted: intent, confidence: 0.9, oos: false, oosScore: 0 };
  }),
];

describe('triggerWords', () => {
  it.each<[what: string, fresh: FreshRow[], words: string[]]>([
    ['nothing new', [], []],
    [
      'a word that turns sure messages of several intents into one',
      rows(
        ['where is qzxv my order', 'refund', 'delivery', 0.9],
        ['QZXV, i need the invoice', 'refund', 'invoice', 0.8],
        ['it does not fit (qzxv)', 'refund', 'return', 0.6],
      ),
      ['qzxv'],
    ],
    [
      'the same, among rows that have the label anyhow',
      rows(
        ['where is qzxv my order', 'refund', 'delivery', 0.95],
        ['qzxv i need the invoice', 'refund', 'invoice', 0.95],
        ['it does not fit qzxv', 'refund', 'return', 0.95],
        ['my money back qzxv', 'refund', 'refund', 0.95],
      ),
      ['qzxv'],
    ],
    [
      'a new phrasing, of which the champion is unsure',
      rows(
        ['send the dosh to me', 'refund', 'delivery', 0.2],
        ['give me my dosh', 'refund', 'invoice', 0.3],
        ['dosh please', 'refund', 'return', 0.1],
      ),
      [],
    ],
    [
      'an intent split off from another',
      rows(
        ['pay it back by klarna', 'refund', 'return', 0.9],
        ['klarna again', 'refund', 'return', 0.9],
        ['klarna took my money', 'refund', 'return', 0.9],
      ),
      [],
    ],
    [
      'an intent that the champion does not know',
      rows(
        ['where is my locker', 'pickup', 'delivery', 0.9],
        ['an invoice from the locker', 'pickup', 'invoice', 0.8],
        ['return through the locker', 'pickup', 'return', 0.8],
      ),
      [],
    ],
    [
      'a word that occurs with other labels too',
      rows(
        ['where is my order', 'refund', 'delivery', 0.9],
        ['i need my invoice', 'refund', 'invoice', 0.8],
        ['my size is wrong', 'refund', 'return', 0.8],
        ['where is my parcel', 'delivery', 'delivery', 0.8],
      ),
      [],
    ],
    [
      'a word that sends messages out of scope, where people answer',
      rows(
        ['where is qzxv my order', '', 'delivery', 0.9],
        ['qzxv i need the invoice', '', 'invoice', 0.8],
        ['it does not fit qzxv', '', 'return', 0.8],
      ),
      [],
    ],
  ])('%s', (_, fresh, words) => {
    expect(triggerWords(fresh)).toEqual(words);
  });
});
