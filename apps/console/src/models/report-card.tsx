import type { ModelVersionView } from '#contracts';
import { lazy, Suspense } from 'react';
import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { Bone } from '../ui/states.js';
import { useReport } from './queries.js';
import { reportWords } from './report-words.js';
import { t } from '../language/t.js';

const ReportPictures = lazy(() => import('./report-pictures.js'));

/** What the version that serves is worth, in words and pictures. */
export function ReportCard({ active }: { active: ModelVersionView }) {
  const report = useReport(active.id);
  return (
    <Card title={t('What version {version} can do', { version: active.version })}>
      <Loaded query={report} what={t('The report')}>
        {(known) =>
          known === null ? (
            <p className="p-4 text-compact text-muted">
              {t(
                'This version has not been judged yet: there were too few messages to put some aside and test it on them.',
              )}
            </p>
          ) : (
            <>
              <div className="space-y-1 p-4">
                <p className="max-w-3xl text-lg font-semibold tracking-tight text-balance">{reportWords(known)}</p>
                <p className="text-compact text-muted">
                  {t('Tested on {count} messages that it had never seen.', { count: known.nTest })}{' '}
                  {t('It answers an intent only once you have approved an answer for it.')}
                </p>
              </div>
              <Suspense fallback={<Bone className="m-4 h-72" />}>
                <ReportPictures report={known} />
              </Suspense>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
