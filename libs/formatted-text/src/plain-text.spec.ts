import { expect, it } from 'vitest';
import { plainText } from './plain-text.js';

it.each([
  ['It is **very** big', 'It is very big'],
  ['See [our page](https://shop.example/a).', 'See our page.'],
  ['You need:\n* a box\n* tape\nThen send it.', 'You need:\n- a box\n- tape\nThen send it.'],
  ['2) Open\n3) Close', '2. Open\n3. Close'],
  ['2 ** 3 is 8', '2 ** 3 is 8'],
])('%j', (written, read) => {
  expect(plainText(written)).toBe(read);
});
