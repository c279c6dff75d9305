import { attachmentView, BatonError, errorBody, type AttachmentView } from '#contracts';

/** Sends one file for a reply or note. fetch tells nothing of how far an upload is. */
export function uploadFile(
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<AttachmentView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/attachments?name=${encodeURIComponent(nameOf(file))}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = () => reject(new BatonError('SERVICE_UNAVAILABLE'));
    request.onload = () => {
      const kept = attachmentView.safeParse(request.response);
      if (kept.success) return resolve(kept.data);
      const problem = errorBody.safeParse(request.response);
      reject(problem.success ? new BatonError(problem.data.code) : new BatonError('INTERNAL'));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** As the gateway takes names; a pasted picture may have none. */
const nameOf = ({ name }: File) =>
  name
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(-255) || 'file';
