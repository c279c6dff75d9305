import { createHash } from 'node:crypto';

/** The same for texts that differ in spaces, capitals and final marks alone. A hash, since 100,000 texts would fill the memory. */
export function textKey(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.!?]+$/, '')
    .trim();
  return createHash('sha256').update(plain).digest('base64url').slice(0, 22);
}
