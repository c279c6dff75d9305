import { expect, it } from 'vitest';
import { saysNotHelped, saysUntrue } from './not-helped.js';

it.each<[string, boolean]>([
  ['i tried that. still says invalid', true],
  ['I JUST SAID I TRIED THAT. its AUTUMN15', true],
  ['thats not what i asked. where is my money', true],
  ["I've already done that", true],
  ["that didn't help", true],
  ["you've just said that", true],
  ['I pressed that, nothing happens', true],
  ['Das habe ich schon gemacht', true],
  ['ya lo he intentado', true],
  ["j'ai déjà essayé", true],
  ["ce n'est pas ma question", true],
  ['جربت ذلك', true],
  ['i have not tried that yet', false],
  ['can I try it on first', false],
  ['it is not what I ordered', false],
  ['and how long does it take?', false],
  ['habe ich etwas falsch gemacht', false],
])('%s: %s', (text, says) => expect(saysNotHelped(text)).toBe(says));

it.each<[string, boolean]>([
  ["That can't be right, I have your mail here", true],
  ["that's wrong", true],
  ['Das kann nicht sein', true],
  ["ce n'est pas possible", true],
  ['you sent me the wrong one', false],
  ['is that right', false],
])('%s: untrue %s', (text, says) => expect(saysUntrue(text)).toBe(says));
