import { BatonError, begunImport, importPreview, receivedContent } from '#contracts';
import { request } from '../../connection/rest.js';

/** The most that the server takes in one request, bytes. */
const partBytes = 8 * 1024 * 1024;
/** Waits before the upload goes on after a cut connection, ms. Progress starts them anew. */
const retryAfter = [500, 1_000, 2_000, 5_000, 10_000, 20_000];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Begins an import of the file, or goes on with the one of the same checksum, and sends what the server does not have yet.
 * After a cut connection it asks where the server stands, since the last answer may be what was lost. Returns the import's id.
 */
export async function sendFile(
  file: File,
  sha256: string,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  let failures = 0;
  let sent = 0;
  for (;;) {
    try {
      const begun = await request(begunImport, 'POST', '/api/ticket-imports', {
        fileName: file.name,
        bytes: file.size,
        sha256,
      });
      const { id, status } = begun.import;
      if (status !== 'uploading') return id;
      let { received } = begun;
      while (received < file.size) {
        signal.throwIfAborted();
        if (received > sent) failures = 0;
        sent = received;
        onSent(sent);
        const part = file.slice(received, received + partBytes);
        const path = `/api/ticket-imports/${id}/content?offset=${received}`;
        received = (await request(receivedContent, 'PUT', path, part)).received;
      }
      onSent(file.size);
      await request(importPreview, 'POST', `/api/ticket-imports/${id}/uploaded`);
      return id;
    } catch (error) {
      const pause = retryAfter[failures++];
      if (!(error instanceof BatonError && error.code === 'SERVICE_UNAVAILABLE') || pause === undefined) throw error;
      await wait(pause);
      signal.throwIfAborted();
    }
  }
}
