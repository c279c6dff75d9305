import { z } from 'zod';
import { plain, type Found } from './plain.js';

const shape = /[^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"/?#]{1,253}/gu;
const address = z.email();

export function emailIn(text: string): Found | null {
  for (const match of plain(text).matchAll(shape)) {
    const value = match[0].replace(/^['*_]+|[.!?'*_]+$/g, '').toLowerCase();
    if (address.safeParse(value).success) return { value, rest: plain(text).replace(match[0], ' ') };
  }
  return null;
}
