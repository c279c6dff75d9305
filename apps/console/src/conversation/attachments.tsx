import type { AttachmentView } from '#contracts';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { fileSize } from './file-size.js';
import { t } from '../language/t.js';

/** Pictures where they stand, their place kept while they load; everything else as a download. */
export function Attachments({ attachments }: { attachments: AttachmentView[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={t('Files')} className="mt-1 flex flex-wrap gap-1.5">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="max-w-full">
          <Attachment attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

function Attachment({ attachment }: { attachment: AttachmentView }) {
  const [broken, setBroken] = useState(false);
  const { id, name, bytes, width, height } = attachment;
  const address = `/api/attachments/${id}`;
  if (width !== null && height !== null && !broken) {
    return (
      <a href={address} download={name} title={`${name}, ${fileSize(bytes)}`} className="block">
        <img
          src={address}
          alt={name}
          width={width}
          height={height}
          loading="lazy"
          onError={() => setBroken(true)}
          style={{ aspectRatio: `${width} / ${height}` }}
          className="h-auto max-h-72 w-auto max-w-full rounded-xl border border-line bg-sunken object-contain"
        />
      </a>
    );
  }
  return (
    <a
      href={address}
      download={name}
      className="inline-flex max-w-full items-center gap-2 rounded-xl border border-line bg-surface px-3 py-2 text-compact hover:bg-hover"
    >
      <FileText size={16} aria-hidden className="shrink-0 text-muted" />
      <span dir="auto" className="min-w-0 wrap-anywhere">
        {name}
      </span>
      <span className="figures shrink-0 text-xs text-muted">{fileSize(bytes)}</span>
    </a>
  );
}
