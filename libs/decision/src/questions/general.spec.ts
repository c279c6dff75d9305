import { expect, it } from 'vitest';
import { asksOneThing } from './general.js';

it.each<[string, boolean]>([
  ["where's my order", true],
  ['any news on my order', true],
  ["My order hasn't turned up", true],
  ['mein Paket ist nicht angekommen', true],
  ['mi pedido no ha llegado', true],
  ["ma commande n'est pas arrivée", true],
  ['لم يصل طلبي', true],
  ['I have a question about my order', false],
  ['something is wrong with it', false],
])('%s: %s', (text, asks) => expect(asksOneThing(text)).toBe(asks));
