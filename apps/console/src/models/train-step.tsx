import { maySetUp } from '../session/roles.js';
import type { IntentRow, ModelVersionView, TrainingRunView } from '#contracts';
import { GraduationCap, ShieldOff } from 'lucide-react';
import { Link } from 'react-router';
import { attempt, useConsole } from '../session/console-context.js';
import { useIntentTable } from '../knowledge/queries.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { GoOn } from '../ui/go-on.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Placeholder } from '../ui/states.js';
import { useModels, useRetrain } from './queries.js';
import { readiness, thinIntents } from './readiness.js';
import { ReportCard } from './report-card.js';
import { RunFailure } from './run-failure.js';
import { RunProgress } from './run-progress.js';
import { t } from '../language/t.js';

/** From rows to a model that serves, and what it is worth. */
export default function TrainStep() {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const models = useModels();
  const intents = useIntentTable();
  if (!mayChange) {
    return (
      <Placeholder icon={ShieldOff} page title={t('Training is for admins')}>
        {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
      </Placeholder>
    );
  }
  return (
    <Page
      title={t('Train')}
      description={t(
        'Two steps: a first model in seconds, which serves at once; then a better one in the background, which takes over if it proves better.',
      )}
    >
      <Loaded query={models} what={t('The models')}>
        {(list) => (
          <Loaded query={intents} what={t('The intents')}>
            {(table) => <Training {...list} {...table} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Training({
  models,
  runs,
  intents,
}: {
  models: ModelVersionView[];
  runs: TrainingRunView[];
  intents: IntentRow[];
}) {
  const retrain = useRetrain();
  const ready = readiness({ models, runs }, intents);
  const active = models.find(({ stage }) => stage === 'active') ?? null;
  const running = ready.state === 'running' ? runs.find(({ id }) => id === ready.runId) : undefined;
  const lastRun = runs[0];
  const start = (
    <Button
      tone={ready.state === 'trained' ? 'plain' : 'primary'}
      disabled={retrain.isPending}
      onClick={() => void attempt(retrain.mutateAsync(), t('Training has started.'))}
    >
      <GraduationCap size={15} aria-hidden />{' '}
      {ready.state === 'trained' ? t('Train again') : t('Train the first model')}
    </Button>
  );
  return (
    <>
      {ready.state === 'too_few' && (
        <Alert tone="warn" action={<GoOn to="/set-up/tickets">{t('Add tickets')}</GoOn>}>
          {ready.missing}
        </Alert>
      )}
      {lastRun?.status === 'failed' && <RunFailure failure={lastRun.error} />}
      {lastRun && active && isPassedOver(lastRun, active) && (
        <Alert tone="plain">
          {t('Version {version} answers, not the one that was trained last.', { version: active.version })}{' '}
          <Link to="/models" className="font-medium underline underline-offset-2">
            {t('See why')}
          </Link>
        </Alert>
      )}
      {ready.state === 'ready' && (
        <Card title={t('Ready to train')}>
          <div className="flex flex-wrap items-center gap-4 p-4">
            <p className="min-w-60 flex-1 text-compact text-muted">
              {rowsWords(intents)} {t('It takes seconds, on this machine alone.')}
            </p>
            {start}
          </div>
        </Card>
      )}
      {running && (
        <>
          <p className="text-compact text-muted">
            {active
              ? t(
                  'Version {version} serves meanwhile. The next one learns in the background, minutes to an hour; you can go on.',
                  { version: active.version },
                )
              : t('The first model is learning. As soon as it is done it reads every message.')}
          </p>
          <RunProgress run={running} />
        </>
      )}
      {active && <ReportCard active={active} />}
      <ThinIntents intents={intents} />
      {ready.state === 'trained' && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-compact text-muted">
            {t('Rows that were added or changed count from the next training on.')}{' '}
            <Link to="/models" className="underline underline-offset-2">
              {t('Schedule and risk limit')}
            </Link>
          </p>
          <div className="flex gap-2">
            {start}
            <GoOn to="/set-up/try">{t('Try it')}</GoOn>
          </div>
        </div>
      )}
    </>
  );
}

/** It made a version, and another one serves. */
function isPassedOver({ status, modelVersionId }: TrainingRunView, active: ModelVersionView): boolean {
  return status === 'succeeded' && modelVersionId !== null && modelVersionId !== active.id;
}

function rowsWords(intents: IntentRow[]): string {
  const taught = intents.filter(({ nExamples }) => nExamples > 0);
  const rows = taught.reduce((sum, { nExamples }) => sum + nExamples, 0);
  return t('{messages} of {intents}.', {
    messages: t('{count} messages', { count: rows }),
    intents: t('{count} intents', { count: taught.length }),
  });
}

const namedAtMost = 8;

function ThinIntents({ intents }: { intents: IntentRow[] }) {
  const thin = thinIntents(intents);
  if (thin.length === 0) return null;
  const names = thin
    .slice(0, namedAtMost)
    .map(({ title, nExamples }) => `${title} (${nExamples})`)
    .join(', ');
  return (
    <Alert
      tone="warn"
      action={
        <Link to="/settings/training-data" className="text-compact font-medium underline underline-offset-2">
          {t('Add messages')}
        </Link>
      }
    >
      {t('{count} intents have fewer than five messages and will be learnt badly: {names}.', {
        count: thin.length,
        names: thin.length > namedAtMost ? t('{names} and others', { names }) : names,
      })}
    </Alert>
  );
}
