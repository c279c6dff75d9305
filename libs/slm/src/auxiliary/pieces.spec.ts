import { describe, expect, it } from 'vitest';
import { waysToSplit, type Cue } from './pieces.js';

const pieces = (text: string) =>
  waysToSplit(text).map(({ spans }) => spans.map(({ from, to }) => text.slice(from, to)));
/** Of a text that can be taken to pieces in one way only. */
const cuesOf = (text: string) => {
  const ways = waysToSplit(text);
  expect(ways).toHaveLength(1);
  return ways[0]!.cues;
};

describe('the ways to take a text to pieces', () => {
  it.each<[string, string[][]]>([
    ['cancel my order and reset my password', [['cancel my order', 'reset my password']]],
    ['Where is my lamp? Also, cancel the chair.', [['Where is my lamp', 'cancel the chair.']]],
    ['refund please\nwhere is order 1042', [['refund please', 'where is order 1042']]],
    ['cancel it - new address too', [['cancel it', 'new address too']]],
    ['wo ist mein Paket und außerdem brauche ich eine Rechnung', [['wo ist mein Paket', 'brauche ich eine Rechnung']]],
    ['où est mon colis et je veux une facture', [['où est mon colis', 'je veux une facture']]],
    ['dónde está mi pedido y quiero una factura', [['dónde está mi pedido', 'quiero una factura']]],
    ['أين طلبي وأريد فاتورة', [['أين طلبي', 'أريد فاتورة']]],
    ['🎉 cancel my order and reset my password', [['🎉 cancel my order', 'reset my password']]],
    ['how big is it and how do I wash it', [['how big is it', 'how do I wash it']]],
    ['is the mug in stock + is it washable', [['is the mug in stock', 'is it washable']]],
    ['order 123 and 456', []],
    ['what size is between 10 and 12? can I swap it', [['what size is between 10 and 12', 'can I swap it']]],
    ['hi and ok', []],
    ['where is my order', []],
    ['', []],
  ])('%s', (text, expected) => expect(pieces(text)).toEqual(expected));

  it('are into two and into three pieces', () => {
    expect(pieces('cancel the lamp. refund the chair. reset my password')).toContainEqual([
      'cancel the lamp',
      'refund the chair',
      'reset my password',
    ]);
  });

  it.each([
    ['1. cancel the lamp, please 2. where is the chair', [['1. cancel the lamp, please', 'where is the chair']]],
    ['1 where is it\n2 when does it come', [['1 where is it', 'when does it come']]],
    ['a) opening times b) returns', [['a) opening times', 'returns']]],
    ['One, do they come up small. Two, how do I swap', [['One, do they come up small', 'how do I swap']]],
    ["I'd like (a) the invoice, (b) my refund", [["I'd like (a) the invoice", 'my refund']]],
    ['Two matters. 1) the invoice. 2) my refund.', [['1) the invoice', 'my refund.']]],
    ['I have one, could I get two more', [['I have one', 'could I get two more']]],
    ['a size 8. Does it fit', [['a size', 'Does it fit']]],
  ])('follow the markers of a list: %s', (text, expected) => expect(pieces(text)).toEqual(expected));

  it('leave out that there are several', () => {
    expect(pieces('Two things: where is it? when does it come?')).toEqual([['where is it', 'when does it come?']]);
    expect(pieces('Two things my love. Where is it? when does it come?')).toEqual([
      ['Where is it', 'when does it come?'],
    ]);
    const many = "Right, three things before my tea break's over. Where is it, how do I wash it";
    expect(pieces(many)).toEqual([['Where is it', 'how do I wash it']]);
    expect(pieces('hiya 3 qs sorry!! where is it, how do I wash it')).toEqual([['where is it', 'how do I wash it']]);
  });

  it.each([
    ['where is it and when does it come', true],
    ["what's postage and if the boots don't fit can I send them back", true],
    ['you got the mug in? and how do I wash it', true],
    ['where is it and cancel the lamp', false],
  ])('know questions: %s', (text, asks) => expect(cuesOf(text).has('asks')).toBe(asks));

  it.each([
    ['cancel my order and also reset my password', true],
    ['cancel my order. Furthermore, reset my password', true],
    ['it came in three bits AND a towel is short', true],
    ['IT CAME IN THREE BITS AND A TOWEL IS SHORT', false],
    ['cancel my order and reset my password too', true],
    ['cancel my order as well and reset my password', false],
    ['cancel my order and reset my password', false],
  ])('know words that add: %s', (text, adds) => expect(cuesOf(text).has('adds')).toBe(adds));

  it.each<[string, Cue[]]>([
    ['where is it, my lamp came broken', []],
    ['where is it; my lamp came broken', ['semicolon']],
    ['my lamp came broken. And where is order 1042', ['stop', 'and']],
    ['where is my order? is the lamp in stock?', ['asks', 'questionMarks', 'stop']],
    ['Two things: where is it, my lamp came broken', ['announced']],
  ])('know how they are put: %s', (text, cues) => expect([...cuesOf(text)]).toEqual(cues));

  it('are none for a story', () => expect(waysToSplit('then this happened. '.repeat(12))).toEqual([]));
});
