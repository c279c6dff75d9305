import { expect, it } from 'vitest';
import { angerIn } from './anger.js';

it.each<[string, number, string | null]>([
  ['where is it', 0, null],
  ['where is it', 0.79, null],
  ['where is it', 0.9, 'mild'],
  ['where is it', 0.99, 'strong'],
  ['this is an absolute joke', 0, 'strong'],
  ['worst company ever', 0, 'strong'],
  ['I am fed up with waiting', 0, 'strong'],
  ['useless bot', 0, 'strong'],
  ['I will never order again', 0, 'strong'],
  ['Das ist eine Frechheit!', 0, 'strong'],
  ['estoy harta', 0, 'strong'],
  ["c'est une honte", 0, 'strong'],
  ['أسوأ خدمة', 0, 'strong'],
  ['a bit disappointed with the mug', 0, 'mild'],
  ['where is it 😡', 0, 'mild'],
  ['WHERE IS MY ORDER???!!', 0, 'mild'],
  ['this is the third time I write', 0, 'mild'],
  ['I am not angry, just wondering', 0, null],
  ['is the joke mug back', 0, null],
  ['ein Witz auf der Tasse', 0, null],
  ['OK THANKS', 0, null],
  ['my order number is FH-1042-XXL', 0, null],
])('%s (%d): %s', (text, upset, anger) => expect(angerIn(text, upset)).toBe(anger));
