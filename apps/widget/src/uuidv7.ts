let last = 0;

/**
 * UUIDv7 (RFC 9562, 5.7): 48 bits of Unix time in ms, then random bits. The time never repeats, so ids made here sort in
 * the order they were made. Written out because the package that the server uses would take a twentieth of the size limit.
 */
export function uuidv7(now = Date.now()): string {
  last = Math.max(now, last + 1);
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  bytes[0] = 0x70 | (bytes[0]! & 0x0f);
  bytes[2] = 0x80 | (bytes[2]! & 0x3f);
  const hex = last.toString(16).padStart(12, '0') + [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
