import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Encoding, Meter } from './table.js';

/** Enough of a file to see zeros in every other byte, bytes. */
const sampleBytes = 4096;

/**
 * By the byte order mark; without one UTF-16 by its zeros; UTF-8 if the whole file is; else Windows-1252, which holds Latin-1 and in
 * which every byte is a character.
 */
export async function encodingOf(file: string): Promise<Encoding> {
  const sample = await headOf(file, sampleBytes);
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zeros(1) > sample.length / 4) return 'utf-16le';
  if (zeros(0) > sample.length / 4) return 'utf-16be';
  return (await isUtf8File(file)) ? 'utf-8' : 'windows-1252';
}

/** The text of a file, in pieces, without its byte order mark. */
export async function* decoded(file: string, encoding: Encoding, meter: Meter): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const { size } = await stat(file);
  let read = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    meter.share = (read += chunk.length) / size;
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

export async function headOf(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function isUtf8File(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
