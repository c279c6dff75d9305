const headLength = 12;
const drawing = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In the flags of VP8X: a chunk EXIF and one of XMP are there. */
const metadataFlags = 0b1100;

/** A RIFF file: chunks one after the other, each padded to an even length, and their sum at the start. */
export function webpWithoutMetadata(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < headLength) return content;
  const kept: Buffer[] = [Buffer.from(bytes.subarray(0, headLength))];
  let at = headLength;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const type = bytes.toString('latin1', at, at + 4);
    if (end > bytes.length) break;
    if (drawing.has(type)) kept.push(type === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  const result = Buffer.concat([...kept, bytes.subarray(at)]);
  result.writeUInt32LE(result.length - 8, 4);
  return result;
}

function withoutFlags(chunk: Buffer): Buffer {
  const changed = Buffer.from(chunk);
  if (changed.length > 8) changed[8]! &= ~metadataFlags;
  return changed;
}
