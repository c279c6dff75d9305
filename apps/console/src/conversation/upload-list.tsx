import { Paperclip, RotateCw, X } from 'lucide-react';
import { Button, IconButton } from '../ui/button.js';
import { ProgressBar } from '../ui/progress-bar.js';
import type { DraftKind } from './drafts.js';
import { fileSize } from './file-size.js';
import { removeUpload, retryUpload, useUploads } from './uploads.js';
import { t } from '../language/t.js';

/** Files of the next message, each with its progress, or with what to do about it. */
export function UploadList({ id, kind }: { id: string; kind: DraftKind }) {
  const uploads = useUploads(id, kind);
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t('Attached files')} className="max-h-40 space-y-1 overflow-y-auto px-4 pt-2">
      {uploads.map((upload) => (
        <li key={upload.key} className="flex items-center gap-2 text-xs">
          <Paperclip size={13} aria-hidden className="shrink-0 text-muted" />
          <span dir="auto" className="min-w-0 truncate">
            {upload.file.name}
          </span>
          <span className="figures shrink-0 text-muted">{fileSize(upload.file.size)}</span>
          <span className="min-w-0 flex-1">
            {upload.error ? (
              <span role="alert" className="text-bad">
                {upload.error}
              </span>
            ) : (
              !upload.attachment && (
                <ProgressBar value={upload.share} label={t('Uploading {name}', { name: upload.file.name })} />
              )
            )}
          </span>
          {upload.error && upload.mayRetry && (
            <Button small onClick={() => retryUpload(id, kind, upload)}>
              <RotateCw size={12} aria-hidden /> {t('Try again')}
            </Button>
          )}
          <IconButton
            label={t('Remove {name}', { name: upload.file.name })}
            onClick={() => removeUpload(id, kind, upload)}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
