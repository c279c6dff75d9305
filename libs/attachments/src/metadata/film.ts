import { boxesAt, boxesIn, numberAt, type Box } from './boxes.js';

/** What players skip, and what says who filmed, where and with what. */
const beside = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
/** Each begins with when it was made and changed. */
const heads = [['mvhd'], ['trak', 'tkhd'], ['trak', 'mdia', 'mdhd']];

/**
 * Nothing is moved, since tables say where each picture stands: what goes becomes free space. `kept`: a box outside the film that stays, as the
 * one in which HEIC and AVIF have their pictures.
 */
export function filmWithoutMetadata(content: Uint8Array, kept?: 'meta'): Uint8Array {
  const bytes = Buffer.from(content);
  const all = { from: 0, end: bytes.length };
  const films = boxesAt(bytes, all, ['moov']);
  const tracks = boxesAt(bytes, all, ['moov', 'trak']);
  const telemetry = tracks.filter((track) => isTelemetry(bytes, track));
  const samples = telemetry.flatMap((track) => samplesOf(bytes, track));
  const times = films.flatMap((film) => heads.flatMap((path) => boxesAt(bytes, film, path)));
  const besideIn = ({ from, end }: typeof all) => [...boxesIn(bytes, from, end)].filter(({ type }) => beside.has(type));
  const gone = [...besideIn(all).filter(({ type }) => type !== kept), ...[...films, ...tracks].flatMap(besideIn)];
  for (const { from } of times) bytes.fill(0, from + 4, from + (bytes[from] === 1 ? 20 : 12));
  for (const { from, end } of samples) bytes.fill(0, from, end);
  for (const box of [...gone, ...telemetry]) free(bytes, box);
  return bytes;
}

function free(bytes: Buffer, { start, from, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, from, end);
}

/** A track that is neither seen nor heard: where a phone or an action camera was, second by second. */
function isTelemetry(bytes: Buffer, track: Box): boolean {
  return boxesAt(bytes, track, ['mdia', 'hdlr']).some(
    ({ from }) => bytes.toString('latin1', from + 8, from + 12) === 'meta',
  );
}

/** Where a track's data stands, chunk by chunk. */
function samplesOf(bytes: Buffer, track: Box): { from: number; end: number }[] {
  const table = (type: string) => boxesAt(bytes, track, ['mdia', 'minf', 'stbl', type])[0];
  const [sizes, runs] = [table('stsz'), table('stsc')];
  const [short, long] = [table('stco'), table('co64')];
  const offsets = short ?? long;
  if (!sizes || !runs || !offsets) return [];
  const width = short ? 4 : 8;
  const uniform = numberAt(bytes, sizes.from + 4, 4);
  const chunks: { from: number; end: number }[] = [];
  let sample = 0;
  let run = runs.from + 8;
  for (let n = 1, at = offsets.from + 8; at + width <= offsets.end; n++, at += width) {
    while (run + 24 <= runs.end && numberAt(bytes, run + 12, 4) <= n) run += 12;
    const count = numberAt(bytes, run + 4, 4);
    const from = numberAt(bytes, at, width);
    let length = uniform * count;
    const first = sizes.from + 12 + 4 * sample;
    if (uniform === 0) {
      for (let size = first; size < Math.min(first + 4 * count, sizes.end); size += 4)
        length += numberAt(bytes, size, 4);
    }
    sample += count;
    chunks.push({ from: Math.min(from, bytes.length), end: Math.min(from + length, bytes.length) });
  }
  return chunks;
}
