import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { detectLanguage } from './detect.js';
import { isHeldOut, measure, writtenMessages } from './testing/measure.js';

it.each<[string, string, boolean]>([
  ['where is my order', 'en', true],
  ['¿Dónde está mi pedido?', 'es', true],
  ['DONDE ESTA MI PEDIDO', 'es', true],
  ['Wo ist meine Bestellung 1042?', 'de', true],
  ['où est mon colis', 'fr', true],
  ['l’adresse est fausse, je voudrais la changer', 'fr', true],
  ['أين طلبي رقم 1042', 'ar', true],
  ['waar is mijn bestelling', 'nl', true],
  ['où est ma commande jo@example.com https://shop.example/order/1042', 'fr', true],
  // One word is never enough.
  ['hola', 'es', false],
  ['danke', 'de', false],
  // Two languages: the one of most words.
  ['hola, where is my order please', 'en', false],
  ['hi, ich möchte eine Rechnung haben', 'de', false],
  ['أين طلبي order', 'ar', false],
  // Other scripts.
  ['где мой заказ, он ещё не пришёл', 'ru', true],
  ['سفارش من کجاست و کی می‌رسد', 'fa', true],
  ['πού είναι η παραγγελία μου', 'el', true],
  ['注文はどこですか', 'ja', true],
  ['我的订单在哪里', 'zh', true],
  ['내 주문은 어디에 있나요', 'ko', true],
])('%s: %s, sure: %s', (text, language, sure) => expect(detectLanguage(text)).toEqual({ language, sure }));

it.each([
  '',
  ' ',
  '1042',
  '👍',
  '😡😡',
  '???',
  'jo@example.com',
  'https://shop.example',
  'FH-1042',
  'BS1 4RW',
  'DHL',
  'ok',
])('nothing: %s', (text) => expect(detectLanguage(text)).toBeNull());

it.each([
  'Anna Müller',
  'José García',
  'Jean-Luc Moreau',
  'Stockholm',
  'Le Creuset',
  'privacy question',
  'merci',
  'ok danke',
])('not sure: %s', (text) => expect(detectLanguage(text)?.sure ?? false).toBe(false));

it('breaks on no text, and reads no more than it has to', () => {
  for (const text of ['a'.repeat(100_000), "'".repeat(4000), '\ud800', '1 '.repeat(4000), '@.'.repeat(4000)])
    expect(() => detectLanguage(text)).not.toThrow();
});

it.each([false, true])('of the short messages, held out: %s, hardly one is wrong', (heldOut) => {
  const { messages, right, sure, sureAndWrong } = measure(
    writtenMessages().filter((one) => isHeldOut(one) === heldOut),
  );
  expect(messages).toBeGreaterThan(150);
  expect(right / messages).toBeGreaterThanOrEqual(0.94);
  expect(sure / messages).toBeGreaterThanOrEqual(0.65);
  expect(sureAndWrong).toBeLessThanOrEqual(1);
});

it('calls no English ticket of the demo shop something else for sure', () => {
  const tickets = readFileSync('apps/demo-shop/data/tickets.jsonl', 'utf8').trim().split('\n');
  const found = tickets.map((line) => detectLanguage((JSON.parse(line) as { text: string }).text));
  expect(found.filter((one) => one?.sure && one.language !== 'en')).toEqual([]);
  expect(found.filter((one) => one && one.language !== 'en').length / tickets.length).toBeLessThanOrEqual(0.01);
});
