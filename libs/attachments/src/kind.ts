import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { attachmentTypes, BatonError, pictureTypes, type AttachmentType } from '#contracts';

export interface AttachmentKind {
  mediaType: AttachmentType;
  /** Pixels as it is shown; null: not to be shown. */
  width: number | null;
  height: number | null;
}

/** A picture that unpacks to more is a download: drawing it could take a browser down. */
const mostPixels = 100_000_000;

const extensions: Record<AttachmentType, readonly [string, ...string[]]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt', 'log', 'md'],
  'text/csv': ['csv'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
};
/** Other names of the same kinds. */
const aliases: Record<string, AttachmentType> = {
  'image/heif': 'image/heic',
  'image/apng': 'image/png',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
};

/** What a file is, by its content. Throws ATTACHMENT_KIND for what may not be sent. */
export async function kindOf(content: Uint8Array, name: string): Promise<AttachmentKind> {
  const found = (await fileTypeFromBuffer(content))?.mime ?? textKind(content, name);
  const mediaType = attachmentTypes.find((type) => type === (found && (aliases[found] ?? found)));
  if (!mediaType) throw new BatonError('ATTACHMENT_KIND');
  const shown = (pictureTypes as readonly string[]).includes(mediaType);
  return { mediaType, ...((shown && sizeOf(content)) || { width: null, height: null }) };
}

/** The name without what disguises it, and with an ending that tells what the file is. */
export function fittingName(name: string, mediaType: AttachmentType): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '').trim() || 'file';
  const ending = /\.([a-z0-9]+)$/i.exec(plain)?.[1]?.toLowerCase();
  return ending && extensions[mediaType].includes(ending) ? plain : `${plain}.${extensions[mediaType][0]}`;
}

/** Text has no mark of its own: it is what the name says, if it can be read as text. */
function textKind(content: Uint8Array, name: string): AttachmentType | undefined {
  const ending = name.toLowerCase().split('.').at(-1)!;
  const type = (['text/plain', 'text/csv'] as const).find((one) => extensions[one].includes(ending));
  if (!type) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return /[^\P{Cc}\t\n\r\f]/u.test(text) ? undefined : type;
  } catch {
    return undefined;
  }
}

function sizeOf(content: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(content);
    if (width * height > mostPixels || width * height === 0) return null;
    // Cameras store the picture as the sensor lay; from 5 on it lay on its side.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
