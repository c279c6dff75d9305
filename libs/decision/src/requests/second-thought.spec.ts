import { expect, it } from 'vitest';
import { secondThought } from './second-thought.js';

it.each([
  ['how do i cancel oh no hang on hes opened it so its going back', 'how do i cancel', 'hes opened it so its going back'],
  ["cancel what i've just ord— no, actually, leave it, it just needs to go to my mum", "cancel what i've just ord—", 'it just needs to go to my mum'],
  ['can I return the mug? No wait, sorry, I want a bigger one', 'can I return the mug?', 'I want a bigger one'],
  ['ich möchte stornieren, ach nein, die Adresse soll geändert werden', 'ich möchte stornieren,', 'die Adresse soll geändert werden'],
  ['quiero cancelar, no espera, quiero cambiar la talla', 'quiero cancelar,', 'quiero cambiar la talla'],
  ['je veux annuler, non attendez, je veux changer la taille', 'je veux annuler,', 'je veux changer la taille'],
  ['cancel order 1042. actually no dont, just tell me where it is', 'cancel order 1042.', 'just tell me where it is'],
])('%s', (text, before, after) => {
  const found = secondThought(text);
  expect([found?.before.trim(), found?.after]).toEqual([before, after]);
}); // prettier-ignore

it.each([
  'there was no answer and I had to wait for days',
  'I had to wait, no one told me why',
  'we are sorry, no, it does not fit her',
  'I am sorry but no lid came with it',
  'cancel my order, no wait',
  'no wait, where is my order',
  '',
])('takes nothing back: %s', (text) => expect(secondThought(text)).toBeNull());

it('reads a long message of nothing but such words in no time', () => {
  expect(secondThought('no wait '.repeat(20_000))).toBeNull();
});
