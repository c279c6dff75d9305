import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { bytesWords } from '../words.js';
import { forgetUpload, type Upload } from './current-upload.js';
import { UploadDrop } from './upload-drop.js';
import { t } from '../../language/t.js';

export function UploadProgress({ upload }: { upload: Upload }) {
  const { fileName, bytes, state, done, error } = upload;
  if (state === 'failed') {
    return (
      <>
        <Alert tone="bad">{error}</Alert>
        <UploadDrop />
      </>
    );
  }
  const title = state === 'checking' ? t('Looking at the file') : t('Uploading');
  return (
    <Card title={title}>
      <div className="space-y-3 p-4" role="status">
        <div className="flex items-baseline justify-between gap-3 text-compact">
          <span className="min-w-0 truncate font-medium">{fileName}</span>
          <span className="figures shrink-0 text-muted">
            {t('{done} of {bytes}', { done: bytesWords(done), bytes: bytesWords(bytes) })}
          </span>
        </div>
        <ProgressBar label={title} value={done / bytes} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-compact text-muted">
            {t('You can look at other pages meanwhile. A cut connection does no harm: it goes on by itself.')}
          </p>
          <Button small onClick={forgetUpload}>
            {t('Stop')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
