import { boxesAt, boxesIn, numberAt, type Box } from './boxes.js';
import { filmWithoutMetadata } from './film.js';

interface Extent {
  from: number;
  end: number;
}

/** Items that are no pictures: what the camera says, and what an editor says (XMP). */
const telling = new Set(['Exif', 'mime', 'uri ']);
/** A block of Exif without an entry, behind the four bytes that say where it begins. How the picture stands is said elsewhere. */
const nothing = Buffer.from('00000000' + '4d4d002a00000008' + '0000' + '00000000', 'hex');

/** HEIC and AVIF hold items, and say where each stands: those that tell something are emptied in their place. */
export function heifWithoutMetadata(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(filmWithoutMetadata(content, 'meta'));
  const [meta] = boxesAt(bytes, { from: 0, end: bytes.length }, ['meta']);
  if (!meta) return bytes;
  const inside = { from: meta.from + 4, end: meta.end }; // after version and flags
  const types = itemTypes(bytes, inside);
  const extents = itemExtents(bytes, inside).filter(({ item }) => telling.has(types.get(item) ?? ''));
  for (const { item, from, end } of extents) {
    const isExif = types.get(item) === 'Exif';
    bytes.fill(isExif ? 0 : ' ', from, end);
    if (isExif && end - from >= nothing.length) nothing.copy(bytes, from);
  }
  return bytes;
}

function itemTypes(bytes: Buffer, inside: Extent): Map<number, string> {
  const types = new Map<number, string>();
  for (const list of boxesAt(bytes, inside, ['iinf'])) {
    const from = list.from + (bytes[list.from] === 0 ? 6 : 8);
    for (const { type, from: at } of boxesIn(bytes, from, list.end)) {
      if (type !== 'infe' || bytes[at]! < 2) continue;
      const width = bytes[at] === 2 ? 2 : 4;
      types.set(numberAt(bytes, at + 4, width), bytes.toString('latin1', at + 6 + width, at + 10 + width));
    }
  }
  return types;
}

function itemExtents(bytes: Buffer, inside: Extent): (Extent & { item: number })[] {
  const [places] = boxesAt(bytes, inside, ['iloc']);
  const [held] = boxesAt(bytes, inside, ['idat']);
  if (!places) return [];
  return [...extentsOf(bytes, places, held)].filter(({ from, end }) => from <= end && end <= bytes.length);
}

/** Item by item: its number, where its parts are counted from, and of each part where it begins and how long it is. */
function* extentsOf(bytes: Buffer, places: Box, held: Box | undefined): Generator<Extent & { item: number }> {
  const version = bytes[places.from]!;
  const [sizes, more] = [bytes[places.from + 4] ?? 0, bytes[places.from + 5] ?? 0];
  const [offsetSize, lengthSize, baseSize, indexSize] = [
    sizes >> 4,
    sizes & 15,
    more >> 4,
    version > 0 ? more & 15 : 0,
  ];
  if (lengthSize === 0) return; // each item would be the whole file
  const wide = version < 2 ? 2 : 4;
  let at = places.from + 6;
  const next = (length: number) => numberAt(bytes, (at += length) - length, length);
  // A broken file announces any number of items and parts: they end with the box.
  for (let items = next(wide); items > 0 && at < places.end; items--) {
    const item = next(wide);
    const inBox = version > 0 && (next(2) & 15) === 1;
    next(2); // in which file: this one
    const base = next(baseSize) + (inBox ? (held?.from ?? 0) : 0);
    for (let parts = next(2); parts > 0 && at < places.end; parts--) {
      next(indexSize);
      const from = base + next(offsetSize);
      yield { item, from, end: from + next(lengthSize) };
    }
  }
}
