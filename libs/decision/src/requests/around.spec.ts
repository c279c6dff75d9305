import { expect, it } from 'vitest';
import { before } from '../testing/situations.js';
import { around } from './around.js';

const general = { rule: 'too_general' } as const;

it.each([
  ['after an answer, its request', before('where is it', 'answer', 'order', null, { rule: 'confident' }), 'where is it', false],
  ['after "which of them", the message', before('my card', 'clarify', null, null, { rule: 'close_intents' }), 'my card', true],
  ['after "what is it about", the message', before('wrong size', 'clarify', null, null, general), 'wrong size', true],
  ['little as it says', before('my order', 'clarify', null, null, general), 'my order', true],
  ['unless it says nothing', before('???', 'clarify', null, null, general), null, true],
])('%s is read with the next one', (_, earlier, previous, asked) => {
  expect(around({ text: 'late', earlier: [earlier] })).toEqual({ previous, asked, about: 'late' });
}); // prettier-ignore

it('past small talk', () => {
  const earlier = [before('ok', 'small_talk'), before('wrong size', 'clarify', null, null, general)];
  expect(around({ text: 'too big', earlier })).toMatchObject({ previous: 'wrong size', asked: true });
});

it.each([
  ['ah brilliant, thank you! and is there a charge for that', 'and is there a charge for that'],
  ['lovely, cheers. oh and what is postage on them', 'oh and what is postage on them'],
  ['thanks, bye', 'thanks, bye'],
  ['my lamp, thank you, is here and broken', 'my lamp, thank you, is here and broken'],
])('after another message "%s" is about: %s', (text, about) => {
  const earlier = [before('where is it', 'answer', 'order', null, { rule: 'confident' })];
  expect(around({ text, earlier })).toMatchObject({ about });
  expect(around({ text, earlier: [] })).toMatchObject({ about: text });
});

it('what is denied is left out', () => {
  expect(around({ text: "I don't want to cancel, where is it", earlier: [] })).toMatchObject({ about: 'where is it' });
});

it('what an earlier message took back is not read again', () => {
  const text = "How do I cancel my, no, sorry, I don't want to cancel it. It's only the house number I got wrong.";
  const earlier = [before(text, 'answer', 'address', null, { rule: 'confident' })];
  const { previous } = around({ text: 'It already says packed.', earlier });
  expect(previous).toBe("It's only the house number I got wrong.");
});
