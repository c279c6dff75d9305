import { useState } from 'react';
import { Alert } from '../../ui/alert.js';
import { FileDrop } from '../../ui/file-drop.js';
import { upload } from './current-upload.js';
import { fileProblem } from './file-check.js';
import { t } from '../../language/t.js';

export function UploadDrop() {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="space-y-3">
      <FileDrop
        title={t('Drop your tickets here, or choose a file')}
        about={t(
          'CSV, JSONL or XLSX, up to 100,000 rows and 200 MB. Exports of Zendesk, Gorgias, Freshdesk, HubSpot and Chatwoot are recognised.',
        )}
        accept=".csv,.tsv,.txt,.jsonl,.ndjson,.xlsx"
        onFile={(file) => {
          const found = fileProblem(file);
          setProblem(found);
          if (!found) void upload(file);
        }}
      />
      {problem && <Alert tone="bad">{problem}</Alert>}
    </div>
  );
}
