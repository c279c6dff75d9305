import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMetadata } from './without-metadata.js';

const bytes = (...parts: (string | Uint8Array | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const uint = (value: number, length: number) => {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntBE(value, 0, length);
  return buffer;
};
const numbers = (...all: number[]) => bytes(...all.map((one) => uint(one, 4)));
const box = (type: string, ...parts: (string | Uint8Array | number[])[]) => {
  const content = bytes(...parts);
  return bytes(uint(content.length + 8, 4), type, content);
};
const emptied = (whole: Uint8Array) => bytes(whole.subarray(0, 4), 'free', Buffer.alloc(whole.length - 8));
const said = fc.uint8Array({ maxLength: 60 }).map((noise) => bytes('GPS 52.5N 13.4E', noise));
/** A box with its times: when it was made, and changed. */
const timed = (type: string, at: number, rest: string) => box(type, numbers(0, at, at), rest);

/** `pieces`: the samples, all in one chunk at `offset`. */
function track(handler: string, at: number, offset: number, pieces: number[]): Buffer {
  const table = box(
    'stbl',
    box('stsz', numbers(0, 0, pieces.length, ...pieces)),
    box('stsc', numbers(0, 1, 1, pieces.length, 1)),
    box('stco', numbers(0, 1, offset)),
  );
  const media = box(
    'mdia',
    timed('mdhd', at, 'media'),
    box('hdlr', numbers(0, 0), handler, 'name'),
    box('minf', table),
  );
  return box('trak', timed('tkhd', at, 'track'), media);
}

describe('a film', () => {
  const kind = box('ftyp', 'isom');
  const [picture, route] = ['what is seen', 'where it was'];
  /** What is seen is at the beginning, where tables can tell its place before the rest is known. */
  const data = (where: string) => box('mdat', picture, where);
  const begin = kind.length + 8;
  const seen = (at: number) => track('vide', at, begin, [5, 7]);
  const telemetry = track('meta', 1, begin + picture.length, [4, 8]);

  it('stands where it stood, without place, device, times and what was measured beside it', () => {
    fc.assert(
      fc.property(said, (noise) => {
        const [xmp, user, keys] = [box('uuid', noise), box('udta', box('loci', noise)), box('meta', noise)];
        const told = bytes(
          ...[kind, data(route), xmp, box('free', noise)],
          box('moov', timed('mvhd', 1, 'film'), seen(1), telemetry, user, keys),
        );
        const kept = bytes(
          ...[kind, data('\0'.repeat(route.length)), emptied(xmp), emptied(box('free', noise))],
          box('moov', timed('mvhd', 0, 'film'), seen(0), emptied(telemetry), emptied(user), emptied(keys)),
        );
        expect(Buffer.from(withoutMetadata(told, 'video/quicktime'))).toEqual(kept);
      }),
    );
  });

  it('whose telemetry is said to be everywhere ends all the same', () => {
    const endless = track('meta', 1, 0, [0xffffffff, 0xffffffff]);
    expect(withoutMetadata(box('moov', endless), 'video/mp4')).toHaveLength(endless.length + 8);
  });
});

describe('a HEIC or AVIF', () => {
  const entry = (id: number, type: string) => box('infe', [2, 0, 0, 0], uint(id, 2), uint(0, 2), type, [0]);
  const names = (...entries: Buffer[]) => box('iinf', numbers(0), uint(entries.length, 2), ...entries);
  const place = (id: number, held: boolean, from: number, length: number) =>
    bytes(uint(id, 2), uint(held ? 1 : 0, 2), uint(0, 2), uint(1, 2), numbers(from, length));
  const places = (...all: Buffer[]) => box('iloc', [1, 0, 0, 0, 0x44, 0], uint(all.length, 2), ...all);
  const picture = 'what is seen';
  const empty = bytes(numbers(0), 'MM', uint(42, 2), numbers(8), uint(0, 2), numbers(0));

  it('keeps its pictures, byte by byte, and loses what is said of them in the file or in the box itself', () => {
    fc.assert(
      fc.property(said, (noise) => {
        const [exif, xmp] = [bytes(numbers(0), 'MM', noise), bytes('<x:xmpmeta', noise)];
        const file = (one: Uint8Array, other: Uint8Array) => {
          const meta = (from: number) =>
            box(
              'meta',
              ...[numbers(0), names(entry(1, 'hvc1'), entry(2, 'Exif'), entry(3, 'mime'))],
              places(
                place(1, false, from, 12),
                place(2, false, from + 12, one.length),
                place(3, true, 2, other.length),
              ),
              box('idat', 'is', other),
            );
          const head = box('ftyp', 'heic');
          return bytes(head, meta(head.length + meta(0).length + 8), box('mdat', picture, one));
        };
        const kept = file(bytes(empty, Buffer.alloc(exif.length - empty.length)), bytes(' '.repeat(xmp.length)));
        expect(Buffer.from(withoutMetadata(file(exif, xmp), 'image/heic'))).toEqual(kept);
      }),
    );
  });
});
