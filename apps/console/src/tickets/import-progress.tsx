import type { TicketImportView } from '#contracts';
import { attempt } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { percent } from '../ui/format.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { useCancel } from './queries.js';
import { t } from '../language/t.js';

const steps = {
  reading: {
    title: t('Reading the tickets'),
    about: t('Every row is checked, its language found, and personal data masked. You can leave this page meanwhile.'),
  },
  clustering: {
    title: t('Grouping similar messages'),
    about: t(
      'Messages that mean the same come together. This takes a minute or two; you can leave this page meanwhile.',
    ),
  },
  adding: { title: t('Adding the rows'), about: t('Topics become intents and their messages training data.') },
};

/** The job that is at work on an import. */
export function ImportProgress({ view, step }: { view: TicketImportView; step: keyof typeof steps }) {
  const cancel = useCancel(view.id);
  const { title, about } = steps[step];
  return (
    <Card title={title}>
      <div className="space-y-3 p-4" role="status">
        <div className="flex items-baseline justify-between gap-3 text-compact">
          <span className="min-w-0 truncate font-medium">{view.fileName}</span>
          <span className="figures text-muted">{percent(view.progress)}</span>
        </div>
        <ProgressBar label={title} value={view.progress} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-compact text-muted">{about}</p>
          {step !== 'adding' && (
            <Button
              small
              disabled={cancel.isPending}
              onClick={() => void attempt(cancel.mutateAsync(), t('The import is cancelled.'))}
            >
              {t('Cancel')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
