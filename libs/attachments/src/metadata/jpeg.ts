import { orientationOf, orientationSegment } from './orientation.js';

const soi = 0xd8;
const eoi = 0xd9;
const sos = 0xda;
const comment = 0xfe;
const applications = { first: 0xe0, last: 0xef };
const exif = { marker: 0xe1, id: 'Exif\0\0' };
/** Segments of applications that say how the picture is drawn. */
const drawing = [
  { marker: 0xe0, id: 'JFIF\0' },
  { marker: 0xe2, id: 'ICC_PROFILE\0' },
  { marker: 0xee, id: 'Adobe' },
];

/** Markers, each with its segment. What lies behind the end of the picture, previews and films with a place of their own, goes too. */
export function jpegWithoutMetadata(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const kept: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    if (bytes[at] !== 0xff || at + 1 >= bytes.length) return Buffer.concat([...kept, bytes.subarray(at)]);
    const marker = bytes[at + 1]!;
    if (marker === eoi) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    const end = endOfSegment(bytes, at, marker);
    const segment = bytes.subarray(at, end);
    if (isKept(marker, segment)) kept.push(segment);
    else if (startsWith(segment, exif))
      kept.push(orientationSegment(orientationOf(segment.subarray(4 + exif.id.length))));
    at = end;
  }
}

function endOfSegment(bytes: Buffer, at: number, marker: number): number {
  const alone = marker === 0xff ? at + 1 : at + 2; // fill bytes before a marker
  if (marker === 0xff || marker === soi || marker === 0x01 || isRestart(marker)) return alone;
  if (at + 4 > bytes.length) return bytes.length;
  const end = Math.min(at + 2 + Math.max(bytes.readUInt16BE(at + 2), 2), bytes.length);
  return marker === sos ? endOfScan(bytes, end) : end;
}

/** The picture itself goes on up to the next marker; 0xff followed by 0 is a value, and restarts are part of it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === comment) return false;
  if (marker < applications.first || marker > applications.last) return true;
  return drawing.some((one) => startsWith(segment, one));
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

function startsWith(segment: Buffer, { marker, id }: { marker: number; id: string }): boolean {
  return segment[1] === marker && segment.toString('latin1', 4, 4 + id.length) === id;
}
