/** A box of an ISO base media file, by where it stands: `start` with its head, `from` without. */
export interface Box {
  type: string;
  start: number;
  from: number;
  end: number;
}

/** The boxes that stand one after the other in `from` up to `end`, as far as they are whole. */
export function* boxesIn(bytes: Buffer, from: number, end: number): Generator<Box> {
  for (let start = from; start + 8 <= end;) {
    const box = boxAt(bytes, start, end);
    if (box.end < box.from || box.end > end) return;
    yield box;
    start = box.end;
  }
}

/** The boxes at the end of a path, as `mdia`, `minf`. */
export function boxesAt(bytes: Buffer, { from, end }: Pick<Box, 'from' | 'end'>, [type, ...inner]: string[]): Box[] {
  const here = [...boxesIn(bytes, from, end)].filter((box) => box.type === type);
  return inner.length === 0 ? here : here.flatMap((box) => boxesAt(bytes, box, inner));
}

function boxAt(bytes: Buffer, start: number, end: number): Box {
  const [size, type] = [bytes.readUInt32BE(start), bytes.toString('latin1', start + 4, start + 8)];
  if (size === 0) return { type, start, from: start + 8, end }; // to the end of the file
  if (size !== 1 || start + 16 > end) return { type, start, from: start + 8, end: start + size };
  return { type, start, from: start + 16, end: start + Number(bytes.readBigUInt64BE(start + 8)) };
}

/** An unsigned number of 2, 4 or 8 bytes; of any other length, or where the bytes end before, 0. */
export function numberAt(bytes: Buffer, at: number, length: number): number {
  if (![2, 4, 8].includes(length) || at + length > bytes.length) return 0;
  return length === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, length);
}
