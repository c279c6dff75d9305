import { expect, it } from 'vitest';
import { affirmed, deniesDoing, isDenied } from './denied.js';

it.each([
  ["I don't want to cancel my order", true],
  ["I'm not returning it", true],
  ['no, not the mug', true],
  ['Ich will nicht stornieren', true],
  ['no quiero cancelar', true],
  ['je ne veux pas annuler', true],
  ['dont tell me how to return it', true],
  ['actually forget the mails', true],
  ['forgot my password', false],
  ["no wait don't cancel", true],
  ["hang on, please don't refund it", true],
  ["don't send me any more e-mails", false],
  ['I did not get my refund', false],
  ["It isn't here", false],
  ['not here yet', false],
  ['I never received it', false],
  ['Where is my order', false],
])('%s: denied %s', (text, denied) => expect(isDenied(text)).toBe(denied));

it.each([
  ['not the mug, the candle', 'the candle'],
  ['No, not the mug. The candle!', 'The candle!'],
  ['nicht die Lampe, sondern der Becher', 'sondern der Becher'],
  ['dont tell me how to return it ive done that. when do i get paid', 'when do i get paid'],
  ["no, wait, don't cancel, can it go to my work instead", 'can it go to my work instead'],
  ['scrap that. how do i pick the right size', 'how do i pick the right size'],
  ['how do i cancel oh no hang on hes opened it so its going back', 'hes opened it so its going back'],
  ['fine, never mind the code. 1039, where is it', '1039, where is it'],
  ["actually leave it, i'll send it back if i don't like it", "i'll send it back if i don't like it"],
  ['not the mug', 'not the mug'],
  ['the mug, not the candle', 'the mug'],
  ['yes the order not the newsletter', 'yes the order'],
  ['der Becher, nicht die Kerze', 'der Becher'],
  ['I ordered the mug, not the candle', 'I ordered the mug, not the candle'],
  ['not the candle', 'not the candle'],
  ['sorry, candle not mug', 'sorry, candle'],
  ["sorry it's not working", "sorry it's not working"],
  ['no it is not here', 'no it is not here'],
  ["It isn't broken, there's just a part missing", "there's just a part missing"],
  ["It isn't working, I want my money back", "It isn't working, I want my money back"],
])('%s is about: %s', (text, about) => expect(affirmed(text)).toBe(about));

it('reads a message of nothing but no in no time: an alternation with one word twice took for ever', () => {
  expect(isDenied('no, '.repeat(1000))).toBe(false);
  expect(affirmed('no '.repeat(4000))).toBe('no '.repeat(4000));
});

it('reads words between long runs of blanks: each blank was once a beginning of what ends a clause', () => {
  expect(affirmed(`not the mug,${' '.repeat(100_000)}the candle`)).toBe('the candle');
  expect(affirmed(`not the mug${' '.repeat(100_000)}x`)).toMatch(/^not the mug/);
  expect(isDenied(`i'm not ${'a'.repeat(100_000)}`)).toBe(false);
  expect(isDenied('not  here yet')).toBe(false);
});

it.each([
  ['I never cancelled order 1039, why does it say so', 'Cancel an order', true],
  ["we didn't return it", 'Return an item', true],
  ["I haven't cancelled it yet, how do I", 'Cancel an order', false],
  ['I never received it', 'Order status', false],
  ['I never cancelled it', 'Refund status', false],
  ["please don't cancel my order", 'Cancel an order', true],
  ['I dont want to cancel it', 'Cancel an order', true],
  ["I don't know how to cancel it", 'Cancel an order', false],
  ["why don't you exchange it", 'Exchange an item', false],
])('%s denies %s: %s', (text, title, denies) => expect(deniesDoing(text, title)).toBe(denies));
