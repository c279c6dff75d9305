import { mostGrouped, type TicketImportView } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Sparkles } from 'lucide-react';
import { useEffect } from 'react';
import { sentenceOf } from '../connection/rest.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { GoOn } from '../ui/go-on.js';
import { Loaded } from '../ui/loaded.js';
import { Problem } from '../ui/problem.js';
import { ChooseCategories } from './categories/choose-categories.js';
import { ImportProgress } from './import-progress.js';
import { ImportReport } from './import-report.js';
import { MappingForm } from './mapping/mapping-form.js';
import { useCategories, useCluster, useImport, usePreview } from './queries.js';
import { UploadDrop } from './upload/upload-drop.js';
import { t } from '../language/t.js';

/** One import, at whatever step it is. */
export function ImportFlow({ id, onAnother }: { id: string; onAnother: () => void }) {
  const found = useImport(id);
  return (
    <Loaded query={found} what={t('The import')}>
      {(view) => <Step view={view} onAnother={onAnother} />}
    </Loaded>
  );
}

function Step({ view, onAnother }: { view: TicketImportView; onAnother: () => void }) {
  switch (view.status) {
    case 'uploading':
      return (
        <>
          <Alert tone="warn">
            {t('The upload of {fileName} has stopped. Choose the same file again, and it goes on where it was.', {
              fileName: view.fileName,
            })}
          </Alert>
          <UploadDrop />
        </>
      );
    case 'uploaded':
      return <Uploaded id={view.id} />;
    case 'reading':
    case 'clustering':
    case 'adding':
      return <ImportProgress view={view} step={view.status} />;
    case 'read':
      return <Read view={view} />;
    case 'added':
      return <Added view={view} onAnother={onAnother} />;
    case 'failed':
    case 'cancelled':
      return (
        <Alert
          tone={view.status === 'failed' ? 'bad' : 'plain'}
          action={<Button onClick={onAnother}>{t('Choose a file')}</Button>}
        >
          {view.error
            ? sentenceOf(view.error)
            : t('The import of {fileName} was cancelled. Nothing of it was added.', { fileName: view.fileName })}
        </Alert>
      );
  }
}

function Uploaded({ id }: { id: string }) {
  const preview = usePreview(id);
  return (
    <Loaded query={preview} what={t('The first rows')}>
      {(data) => <MappingForm preview={data} />}
    </Loaded>
  );
}

function Read({ view }: { view: TicketImportView }) {
  const categories = useCategories(view.id);
  const { report } = view;
  return (
    <>
      {view.error && <Alert tone="bad">{sentenceOf(view.error)}</Alert>}
      {report && <ImportReport view={{ ...view, report }} />}
      {report?.taken === 0 ? (
        <Alert tone="bad">
          {t('No row could be used. Look at the rows left out, mend the file and choose it again.')}
        </Alert>
      ) : (
        <Loaded query={categories} what={t('The topics')}>
          {(offered) =>
            offered.categories.length === 0 ? (
              <GroupThem view={view} inVain={offered.clustered} />
            ) : (
              <ChooseCategories key={categories.dataUpdatedAt} view={view} offered={offered} />
            )
          }
        </Loaded>
      )}
    </>
  );
}

/** Rows without a topic: nothing can be learnt from them before they have one. */
function GroupThem({ view, inVain }: { view: TicketImportView; inVain: boolean }) {
  const cluster = useCluster(view.id);
  const taken = view.report?.taken ?? 0;
  if (inVain) {
    return (
      <Alert tone="warn">
        {t(
          'No groups were found: the messages are too few, or each is about something else. Add a file with more messages, or one with a column that names the topic.',
        )}
      </Alert>
    );
  }
  return (
    <Card title={t('These tickets have no topics yet')}>
      <div className="flex flex-wrap items-center gap-4 p-4">
        <p className="min-w-60 flex-1 text-compact text-muted">
          {taken > mostGrouped
            ? t(
                'Baton can put messages that mean the same together, {mostGrouped} of the {taken}, drawn by lot, in a minute or two.',
                { mostGrouped, taken },
              )
            : t('Baton can put messages that mean the same together, {count} messages in a minute or two.', {
                count: taken,
              })}{' '}
          {t('Then you give each group a name: about ten minutes for thirty groups.')}
        </p>
        <Button tone="primary" disabled={cluster.isPending} onClick={() => cluster.mutate()}>
          <Sparkles size={15} aria-hidden /> {t('Group them for me')}
        </Button>
      </div>
      {cluster.isError && (
        <div className="px-4 pb-4">
          <Problem error={cluster.error} />
        </div>
      )}
    </Card>
  );
}

function Added({ view, onAnother }: { view: TicketImportView; onAnother: () => void }) {
  const queries = useQueryClient();
  useEffect(() => {
    // Intents, examples, models and the checklist are others now.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'import' });
  }, [queries]);
  return (
    <>
      <Card title={t('Your tickets are in')}>
        <div className="flex flex-wrap items-center gap-4 p-4">
          <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-good-soft text-good">
            <CircleCheck size={20} aria-hidden />
          </span>
          <p className="min-w-60 flex-1 text-compact text-muted">
            {t(
              'The messages of {fileName} are training data now, and a first model learns from them in the background. Nothing is answered by itself until you approve an answer.',
              { fileName: view.fileName },
            )}
          </p>
          <Button onClick={onAnother}>{t('Add another file')}</Button>
          <GoOn to="/set-up/answers">{t('Write the answers')}</GoOn>
        </div>
      </Card>
      {view.report && <ImportReport view={{ ...view, report: view.report }} />}
    </>
  );
}
