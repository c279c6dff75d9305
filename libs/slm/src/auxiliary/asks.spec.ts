import { expect, it } from 'vitest';
import { asks } from './asks.js';

it.each<[string, boolean]>([
  ['how long would it be', true],
  ["what's the postage", true],
  ['What’s the postage', true],
  ['hi, do you have it', true],
  ['Two things: is it washable', true],
  ['2) where is it', true],
  ['¿cuánto cuesta?', true],
  ['wann kommt es', true],
  ['combien coûte la livraison', true],
  ['متى تفتحون', true],
  ['My wife asks how linen is washed', true],
  ['please tell me as well what it costs', true],
  ["I'd like to know if it shrinks", true],
  ['ich möchte gern wissen, was der Versand kostet', true],
  ['the handle broke off', false],
  ['I want to know my rights', false],
  ['I can return it', false],
  ["can't you send it today", true],
  ['Can’t find it on the site', false],
  ['island delivery', false],
  ['', false],
])('%s: asks %s', (text, expected) => expect(asks(text)).toBe(expected));

it.each(['hello ', 'please ', 'so ', 'i '])('reads many words that lead up to nothing in no time: %s', (word) =>
  expect(asks(word.repeat(20_000))).toBe(false),
);
