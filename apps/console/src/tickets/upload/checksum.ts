import type { Said } from './checksum.worker.js';

/** The browser can no longer read the file: it was moved, or changed since it was chosen. */
export class FileUnreadable extends Error {}

/** SHA-256 of a file in hex, in a thread of its own. Rejects with `FileUnreadable`. */
export function checksum(file: File, onRead: (bytes: number) => void): Promise<string> {
  const worker = new Worker(new URL('./checksum.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if ('read' in data) onRead(data.read);
      else if ('hex' in data) resolve(data.hex);
      else reject(new FileUnreadable());
    };
    worker.onerror = () => reject(new FileUnreadable());
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
