import { expect, it } from 'vitest';
import { emphasise, link, listed } from './format-draft.js';

it.each([
  ['bold', emphasise, 'a word', 2, 6, 'a **word**', 'word'],
  ['bold, nothing selected', emphasise, 'a ', 2, 2, 'a ****', ''],
  ['list', listed, 'x\none\ntwo', 3, 9, 'x\n- one\n- two', ''],
  ['list again', listed, '- one\n- two', 0, 11, 'one\ntwo', ''],
  ['link', link, 'see here', 4, 8, 'see [here](https://)', 'https://'],
  ['link, nothing selected', link, '', 0, 0, '[link](https://)', 'https://'],
])('%s', (_, edit, text, from, to, after, selected) => {
  const changed = edit(text, from, to);
  expect(changed.text).toBe(after);
  expect(changed.text.slice(changed.from, changed.to)).toBe(selected);
});
