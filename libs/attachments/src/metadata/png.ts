const signatureLength = 8;
/** Length, type and checksum around a chunk's data. */
const around = 12;
/** Chunks that say how the picture is drawn; of the others those that a decoder must know have a capital first. */
const drawing = new Set([
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'mDCV',
  'cLLI',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** Chunks one after the other, the last one IEND; what lies behind it goes too. */
export function pngWithoutMetadata(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, signatureLength)];
  let at = signatureLength;
  while (at + around <= bytes.length) {
    const end = at + around + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) break;
    if (/^[A-Z]/.test(type) || drawing.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}
