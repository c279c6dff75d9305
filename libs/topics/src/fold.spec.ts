import { describe, expect, it } from 'vitest';
import { foldedWords } from './fold.js';

describe('folded words', () => {
  it.each([
    ['', ''],
    ['It CAUGHT fire!', 'it caught fire .'],
    ["I can't, it's my mum's", 'i cant its my mums'],
    ['Größe Ärger café', 'grosse arger cafe'],
    ['ｋｉｌｌ', 'kill'],
    ['ki\u200bll', 'kill'],
    ['k i l l yourself', 'kill yourself'],
    ['s.u.i.c.i.d.e', 'suicide'],
    ['su1c1de', 'suicide'],
    ['fuuuuck', 'fuck'],
    ['f**k', 'f**k'],
    ['кill', 'kill'],
    ['order FH-1042 of 2.5 kg', 'order fh 1042 of 2 5 kg'],
    ["j'ai l'électricité", 'j ai l electricite'],
    ['المحكمة', 'محكمه'],
    ['إِشتعلَ', 'اشتعل'],
  ])('%j is %j', (text, expected) => {
    expect(foldedWords(text).join(' ')).toBe(expected);
  });
});
