import type { AttachmentType } from '#contracts';
import { filmWithoutMetadata } from './film.js';
import { gifWithoutMetadata } from './gif.js';
import { heifWithoutMetadata } from './heif.js';
import { jpegWithoutMetadata } from './jpeg.js';
import { pngWithoutMetadata } from './png.js';
import { webpWithoutMetadata } from './webp.js';

/**
 * A picture or film without what its camera or editor wrote beside it: place, time, device, author, comments. What draws it stays as it is,
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
    case 'image/gif':
      return gifWithoutMetadata(content);
    case 'image/heic':
    case 'image/avif':
      return heifWithoutMetadata(content);
    case 'video/mp4':
    case 'video/quicktime':
    case 'audio/mp4':
      return filmWithoutMetadata(content);
    default:
      return content;
  }
}
