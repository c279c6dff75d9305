import { describe, expect, it } from 'vitest';
import { decide } from './decide.js';
import type { Reading, Shop, Turn } from './situation.js';
import { before, bot, known, reads, says, unsure } from './testing/situations.js';
import { words } from './words/index.js';

const spanish = '¿Cuándo llega mi pedido? Lo compré la semana pasada y todavía no sé nada';
const german = 'Wann kommt meine Lieferung? Ich habe letzte Woche bestellt und noch nichts gehört';
const dutch = 'Wanneer komt mijn bestelling aan? Ik heb vorige week besteld en nog niets gehoord';
const english = 'When does my order come? I bought it last week and have not heard a thing';

const said = (turn: Turn, reading: Reading, more: Partial<Shop> = {}) => {
  const { shop, ...rest } = known(reading);
  return decide(turn, { ...rest, shop: { ...shop, ...more } });
};

describe('a message in another language', () => {
  const answer = { otherLanguages: 'answer' } as const;
  const refund = reads(['refund', 0.9]);
  const delivery = reads(['delivery', 0.9]);
  it.each<[string, Turn, Reading, Partial<Shop>, object]>([
    ['without an answer: people, in its words', says(spanish), refund, {}, { rule: 'other_language', reason: 'other_language', replies: [{ text: words.es.handOver.otherLanguage }] }],
    ['in which the bot has no words: the shop’s', says(dutch), refund, {}, { rule: 'other_language', replies: [{ text: words.en.handOver.otherLanguage }] }],
    ['with an approved answer', says(german), delivery, {}, { kind: 'answer', replies: [{ text: 'In drei Tagen.' }] }],
    ['that the model is not sure of', says(spanish), unsure, {}, { rule: 'other_language' }],
    ['by setting in the shop’s, which it says', says(spanish), refund, answer, { kind: 'answer', rule: 'confident', replies: [{ text: words.es.inShopLanguage }, { text: 'Answer to refund.' }] }],
    ['by setting, where the bot has no words', says(dutch), refund, answer, { kind: 'answer', replies: [{ text: words.en.inShopLanguage }, {}] }],
    ['the shop’s own, in a page of another', says(english, { locale: 'es' }), refund, {}, { kind: 'answer', replies: [{ text: 'Answer to refund.' }] }],
    ['a number goes on in the language before', says('1042', { earlier: [before(german, 'ask_slot', 'order', 'orderId')], lastBot: bot(words.de.ask.order_number) }), unsure, answer, { kind: 'ask_slot', replies: [{ text: words.de.ask.email }] }],
  ])('%s', (_, turn, reading, more, expected) => expect(said(turn, reading, more)).toMatchObject(expected)); // prettier-ignore

  it('is told', () => expect(said(says(spanish), refund)).toMatchObject({ evidence: { language: 'es' } }));
});
