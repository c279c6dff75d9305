const headLength = 13;
const extension = 0x21;
const picture = 0x2c;
const trailer = 0x3b;
const comment = 0xfe;
const application = 0xff;
/** Applications that say how the picture is drawn: how often a film is shown, and its colours. */
const drawing = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'];

/** Blocks, each of a head and of data in pieces of up to 255 bytes; what lies behind the trailer goes too. */
export function gifWithoutMetadata(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let at = headLength + coloursLength(bytes[10]);
  if (at > bytes.length) return content;
  const kept: Uint8Array[] = [bytes.subarray(0, at)];
  for (;;) {
    if (bytes[at] === trailer) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    const end = endOfBlock(bytes, at);
    if (end === null) return Buffer.concat([...kept, bytes.subarray(at)]);
    if (isKept(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
}

/** Null: no block begins here, or it has no end. */
function endOfBlock(bytes: Buffer, at: number): number | null {
  if (bytes[at] === extension) return endOfPieces(bytes, at + 2);
  // After its place and colours comes how many bits a value has.
  if (bytes[at] === picture) return endOfPieces(bytes, at + 10 + coloursLength(bytes[at + 9]) + 1);
  return null;
}

function endOfPieces(bytes: Buffer, from: number): number | null {
  for (let at = from; at < bytes.length; at += 1 + bytes[at]!) if (bytes[at] === 0) return at + 1;
  return null;
}

function isKept(bytes: Buffer, at: number): boolean {
  if (bytes[at] !== extension || (bytes[at + 1] !== comment && bytes[at + 1] !== application)) return true;
  return bytes[at + 1] === application && drawing.includes(bytes.toString('latin1', at + 3, at + 14));
}

/** Bytes of a table of colours, by the flags that announce it. */
function coloursLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
