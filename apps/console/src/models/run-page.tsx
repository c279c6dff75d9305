import { maySeeSetUp, maySetUp } from '../session/roles.js';
import { ArrowLeft, ServerCrash, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { sentence } from '../connection/rest.js';
import { attempt, useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Confirm } from '../ui/dialog.js';
import { fullTime } from '../ui/format.js';
import { Bone, Loading, Placeholder } from '../ui/states.js';
import { LossCurve } from './loss-curve.js';
import { isRunning, useCancelRun, useRun } from './queries.js';
import { RunFailure } from './run-failure.js';
import { RunProgress } from './run-progress.js';
import { RunResult } from './run-result.js';
import { RunBadge } from './stage-badge.js';
import { triggers } from './words.js';
import { t } from '../language/t.js';

export default function RunPage() {
  const allowed = useConsole((state) => maySeeSetUp(state.me.role));
  const { runId = '' } = useParams();
  if (!allowed) {
    return (
      <Placeholder icon={ShieldOff} page title={t('Training is for supervisors and admins')}>
        {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
      </Placeholder>
    );
  }
  return <Run id={runId} />;
}

function Run({ id }: { id: string }) {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const run = useRun(id);
  const cancel = useCancelRun(id);
  const [asking, setAsking] = useState(false);

  if (run.isPending) {
    return (
      <Loading what={t('the training run')}>
        <div className="mx-auto max-w-4xl space-y-4 p-6">
          <Bone className="h-8 w-64" />
          <Bone className="h-32 w-full rounded-2xl" />
          <Bone className="h-72 w-full rounded-2xl" />
        </div>
      </Loading>
    );
  }
  if (run.isError) {
    return (
      <Placeholder
        icon={ServerCrash}
        page
        title={t('This training run cannot be shown')}
        action={<Button onClick={() => void run.refetch()}>{t('Try again')}</Button>}
      >
        {sentence(run.error)}
      </Placeholder>
    );
  }
  const { trigger, status, createdAt, error } = run.data;
  return (
    <div className="h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-4xl space-y-4 p-4 md:p-6">
        <Link to="/models" className="inline-flex items-center gap-1.5 text-compact text-muted hover:text-ink">
          <ArrowLeft size={15} className="rtl:-scale-x-100" aria-hidden /> {t('Models')}
        </Link>
        <header className="flex flex-wrap items-center gap-3">
          <div className="min-w-48 flex-1">
            <h1 className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
              {t('Training run')} <RunBadge status={status} />
            </h1>
            <p className="text-compact text-muted">
              {triggers[trigger]}, {fullTime(createdAt)}
            </p>
          </div>
          {mayChange && isRunning(run.data) && (
            <Button disabled={cancel.isPending} onClick={() => setAsking(true)}>
              {t('Cancel training')}
            </Button>
          )}
        </header>
        {status === 'failed' && <RunFailure failure={error} />}
        <RunProgress run={run.data} />
        <section className="rounded-2xl border border-line bg-surface">
          <h2 className="border-b border-line px-4 py-3 text-sm font-semibold">{t('Loss')}</h2>
          <LossCurve run={run.data} />
        </section>
        <RunResult run={run.data} />
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('Cancel this training?')}
        action={t('Cancel training')}
        danger
        onConfirm={() => void attempt(cancel.mutateAsync(), t('The training is being cancelled.'))}
      >
        <p className="text-compact">
          {t('What it has learned so far is discarded. The active version goes on answering.')}
        </p>
      </Confirm>
    </div>
  );
}
