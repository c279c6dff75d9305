const tag = 0x0112;
const upright = 1;

/** How a camera was held, 1 to 8, out of the block that says it (TIFF); upright where nothing does. */
export function orientationOf(tiff: Buffer): number {
  if (tiff.length < 8) return upright;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const number = (at: number, length: 2 | 4): number => {
    if (at + length > tiff.length) return 0;
    return little ? tiff.readUIntLE(at, length) : tiff.readUIntBE(at, length);
  };
  const directory = number(4, 4);
  const entries = number(directory, 2);
  for (let n = 0, at = directory + 2; n < entries && at + 12 <= tiff.length; n++, at += 12) {
    if (number(at, 2) !== tag) continue;
    const value = number(at + 8, 2);
    return value >= 1 && value <= 8 ? value : upright;
  }
  return upright;
}

/** The segment of a JPEG that says this and nothing else; none for a picture that stands upright. */
export function orientationSegment(orientation: number): Buffer {
  if (orientation === upright) return Buffer.alloc(0);
  const head = Buffer.from('ffe10022457869660000', 'hex');
  const directory = Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex');
  directory.writeUInt16BE(orientation, 18);
  return Buffer.concat([head, directory]);
}
