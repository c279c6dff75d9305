import type { Response } from 'express';
import type { AttachmentContent } from '#attachments';

/** Whatever it is: it runs nothing, frames nothing, and a browser that opens it by itself keeps it as a file. */
export function sendFile(response: Response, { attachment, content }: AttachmentContent): void {
  response.attachment(attachment.name);
  response.set({
    'content-type': attachment.mediaType.startsWith('text/')
      ? `${attachment.mediaType}; charset=utf-8`
      : attachment.mediaType,
    'content-length': String(content.byteLength),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
