import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { withTypingErrors } from '../data/typing-errors.js';
import { shippedBase } from '../encoder/index.js';
import { Speller, vocabularyOf } from './index.js';

const texts = ['tickets', 'out-of-scope'].flatMap((name) =>
  readFileSync(`apps/demo-shop/data/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
const tokenizerJson = readFileSync(join(shippedBase(), 'tokenizer.json'), 'utf8');
const speller = new Speller(vocabularyOf(texts), tokenizerJson);

describe('a text with typing errors', () => {
  it.each([
    ['wheres my oder 1044', 'wheres my order 1044'],
    ['whats teh delviery cots to irland', 'whats the delivery cost to ireland'],
    ['my mgu arrvied smahsed', 'my mug arrived smashed'],
    ['dicsount cdoe dosnt wrok', "discount code doesn't work"],
    ['giftcrad balence were', 'gift card balance were'],
    ['ned a invioce for order form last month', 'ned a invoice for order form last month'],
    ['cna i cancle my ordr i made 10 mins ago', 'can i cancel my order i made 10 mins ago'],
    ['can i swap the boots for a biger sise plese', 'can i swap the boots for a bigger size please'],
    ['Teh parcel, wheer is it?! Pelase help', 'the parcel, where is it?! please help'],
    ['WHERES MY PARCLE', 'WHERES MY parcel'],
    ['where is myorder', 'where is my order'],
  ])('%s: %s', (typed, meant) => expect(speller.corrected(typed)).toBe(meant));

  it('may hold an English word by mistake where another word is none', () => {
    const rows = { words: { bran: 2, much: 90, belfast: 40 }, pairs: {} };
    const small = new Speller(rows, '{}');
    expect(small.corrected('mush to belfast')).toBe('mush to belfast');
    expect(small.corrected('mush to belfats')).toBe('much to belfast');
  });

  it('is read the same when it was read before', () => {
    const random = seededRandom(2);
    for (const text of texts) {
      const once = speller.corrected(withTypingErrors(text, random));
      expect(speller.corrected(once)).toBe(once);
    }
  });

  it('is mostly read as what it was', () => {
    const random = seededRandom(3);
    const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
    const wrong = (read: (text: string) => string) => {
      const typed = texts.map((text) => [text, withTypingErrors(text, random)] as const);
      return typed.filter(([text, errors]) => bare(read(errors)) !== bare(text)).length;
    };
    expect(wrong((text) => speller.corrected(text))).toBeLessThan(wrong((text) => text) / 3);
  });
});

describe('what stays as it is', () => {
  it('every text of words that the model was trained on, but for the errors in some', () => {
    const changed = texts.filter((text) => speller.corrected(text) !== text);
    expect(changed.length).toBeLessThan(texts.length / 50);
    expect(changed).toEqual(expect.arrayContaining(['retun policy']));
  });

  it('a word of customers that is as frequent as it should be', () => {
    const rows = { words: { owt: 9, out: 200, nae: 4, name: 300, recieved: 2, received: 90 }, pairs: {} };
    expect(new Speller(rows, '{}').corrected('nae owt recieved')).toBe('nae owt received');
  });

  it.each([
    ['other English words', 'the zip of my rucksack broke, do you sell a blouse or a plaid hat'],
    [
      'English words one error away from frequent ones',
      'brunch before my commute, with crazing on the glaze and sopping jeans',
    ],
    ['contractions and possessives', "how've you been, we'm off to amy's, it might've come"],
    ['abbreviations', 'is it pnc, dmv or hsv'],
    ['forms of words', 'my skillets are rusting and the mediums have been rerouted by the senders'],
    ['names', 'I am Keiran Oder and I live in Brno'],
    ['numbers and marks', 'oder-1044x ordr@shpo.example www.ordr.example/teh [oder] teh_oder'],
    ['German', 'wie lange dauert der versand nach österreich'],
    ['French', 'je voudrais retourner ma commande'],
    ['signs', '?! 👍 …'],
    ['nothing', ''],
    ['a word without end', 'oder'.repeat(5_000)],
    ['what comes after as much as a model reads', `${'order '.repeat(800)}oder`],
  ])('%s', (_, text) => expect(speller.corrected(text)).toBe(text));
});

it('has a word that the tokenizer does not know only where rows have it', () => {
  const small = new Speller({ words: { constructor: 1, refund: 9, refnud: 1 }, pairs: {} }, '{}');
  expect(small.corrected('refudn refnud constructor')).toBe('refund refnud constructor');
});
