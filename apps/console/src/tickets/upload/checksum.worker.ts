import { sha256 } from '@noble/hashes/sha2.js';

export type Said = { read: number } | { hex: string } | { failed: true };
const say = (said: Said) => self.postMessage(said);

addEventListener('message', ({ data: file }: MessageEvent<File>) => {
  checksum(file).catch(() => say({ failed: true }));
});

/** Says how far it has come, and at the end the SHA-256 in hex. `crypto.subtle` would want the whole file in memory. */
async function checksum(file: File): Promise<void> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  let read = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hash.update(part.value);
    read += part.value.length;
    say({ read });
  }
  say({ hex: [...hash.digest()].map((byte) => byte.toString(16).padStart(2, '0')).join('') });
}
