import type { AttachmentType } from '#contracts';
import { jpegWithoutMetadata } from './jpeg.js';
import { pngWithoutMetadata } from './png.js';
import { webpWithoutMetadata } from './webp.js';

/**
 * A picture without what its camera or editor wrote beside it: place, time, device, author, comments. What draws it stays as it is,
 * byte by byte. Other kinds of files are left alone, and so is whatever follows the first byte that fits no picture.
 */
export function withoutMetadata(content: Uint8Array, mediaType: AttachmentType): Uint8Array {
  switch (mediaType) {
    case 'image/jpeg':
      return jpegWithoutMetadata(content);
    case 'image/png':
      return pngWithoutMetadata(content);
    case 'image/webp':
      return webpWithoutMetadata(content);
    default:
      return content;
  }
}
