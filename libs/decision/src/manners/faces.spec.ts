import { expect, it } from 'vitest';
import { wordless, type Face } from './faces.js';

it.each<[string, Face | null]>([
  ['👍', 'pleased'],
  ['👍🏽', 'pleased'],
  ['❤️', 'pleased'],
  [':)', 'pleased'],
  ['🎉🎉', 'pleased'],
  ['🇬🇧', 'pleased'],
  ['👋', 'wave'],
  ['🙏', 'thanks'],
  ['😢', 'unhappy'],
  [':-(', 'unhappy'],
  ['👎', 'unhappy'],
  ['😡😡', 'angry'],
  ['🤬', 'angry'],
  ['❓', 'asks'],
  ['?', 'asks'],
  ['...', 'asks'],
  ['!!! ???', 'asks'],
  ['👩‍👩‍👧', 'pleased'],
  ['1️⃣', null],
  ['#1042', null],
  ['ok 👍', null],
  ['https://shop.example', null],
])('%s: %s', (text, face) => expect(wordless(text)).toBe(face));
