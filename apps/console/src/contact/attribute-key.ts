import type { ContactAttribute } from '#contracts';

/** A key that no other attribute has, out of a title in whatever script. */
export function keyFor(title: string, taken: readonly ContactAttribute[]): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 36);
  const wanted = plain || 'attribute';
  const isTaken = (key: string) => taken.some((attribute) => attribute.key === key);
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}_${n}`;
    if (!isTaken(key)) return key;
  }
}
