import { z } from 'zod';
import { plain, type Found } from './plain.js';

const shape = /(?:mailto:)?([^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"/?#]{1,253})/giu;
const address = z.email();

/** The signs of an address in words or apart. Bare words such as "at" only when an address has been asked for. */
const spelt = [
  {
    sign: '@',
    shape: /\s*[([{]\s*(?:at|ät|arroba|arobase)\s*[)\]}]\s*/giu,
    bare: / (?:at|ät|arroba|arobase) | @ | @|@ /giu,
  },
  { sign: '.', shape: /\s*[([{]\s*(?:dot|punkt|punto|point)\s*[)\]}]\s*/giu, bare: / (?:dot|punkt|punto|point) /giu },
];
const bareDot = / (?:dot|punkt|punto|point) | ?@ ?/iu;

export function emailIn(text: string, asked: boolean): Found | null {
  const typed = spelt.reduce((rest, { sign, shape: inBrackets }) => rest.replace(inBrackets, sign), plain(text));
  const found = addressIn(typed);
  if (found || !asked || !bareDot.test(typed)) return found;
  return addressIn(spelt.reduce((rest, { sign, bare }) => rest.replace(bare, sign), typed));
}

function addressIn(text: string): Found | null {
  for (const match of text.matchAll(shape)) {
    const value = match[1]!.replace(/^['*_]+|[.!?'*_]+$/g, '').toLowerCase();
    if (address.safeParse(value).success) return { value, rest: text.replace(match[0], ' ') };
  }
  return null;
}
