import type { Ack, AttachmentView, ErrorBody } from '#contracts';

/** The contract's `maxAttachmentBytes` and `maxAttachments`; importing the values would bundle the whole contract. */
export const maxBytes = 10 * 1024 * 1024;
export const maxFiles = 10;

export interface FileTransfer {
  /** Sends one file; rejects when the connection fails or `signal` aborts. */
  upload: (file: File, progress: (share: number) => void, signal: AbortSignal) => Promise<Ack<AttachmentView>>;
  /** The content of a file of this conversation. */
  read: (id: string) => Promise<Blob>;
}

/** By HTTP, with the session's token: a socket would hold messages up behind a file. */
export function createFileTransfer(origin: string, token: () => string): FileTransfer {
  const address = `${origin}/api/visitor/attachments`;
  const authorization = () => `Bearer ${token()}`;
  return {
    // fetch tells nothing of how far an upload is.
    upload: (file, progress, signal) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('POST', `${address}?name=${encodeURIComponent(safeName(file.name))}`);
        request.setRequestHeader('authorization', authorization());
        request.setRequestHeader('content-type', 'application/octet-stream');
        request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
        request.onerror = request.onabort = reject;
        request.onload = () => {
          try {
            const body = JSON.parse(request.responseText) as AttachmentView & ErrorBody;
            resolve(body.code ? { ok: false, error: body } : { ok: true, data: body });
          } catch (error) {
            reject(error as Error);
          }
        };
        signal.addEventListener('abort', () => request.abort());
        request.send(file);
      }),
    async read(id) {
      const response = await fetch(`${address}/${id}`, {
        headers: { authorization: authorization() },
        credentials: 'omit',
      });
      if (!response.ok) throw new Error(`${response.status}`);
      return response.blob();
    },
  };
}

/** As the gateway takes names; a pasted picture may have none. */
const safeName = (name: string) =>
  name
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(-255) || 'file';
