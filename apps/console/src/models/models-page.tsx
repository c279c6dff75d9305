import { maySeeSetUp, maySetUp } from '../session/roles.js';
import { Cpu, LoaderCircle, RefreshCw, ServerCrash, ShieldOff } from 'lucide-react';
import { useNavigate } from 'react-router';
import { sentence } from '../connection/rest.js';
import { attempt, useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Bone, Loading, Placeholder } from '../ui/states.js';
import { OutlookCard } from './outlook-card.js';
import { isRunning, useModels, useRetrain } from './queries.js';
import { RiskLimit } from './risk-limit.js';
import { RunsTable } from './runs-table.js';
import { ScheduleForm } from './schedule-form.js';
import { VersionsList } from './versions-list.js';
import { t } from '../language/t.js';

export default function ModelsPage() {
  const allowed = useConsole((state) => maySeeSetUp(state.me.role));
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const models = useModels();
  const retrain = useRetrain();
  const navigate = useNavigate();

  if (!allowed) {
    return (
      <Placeholder icon={ShieldOff} page title={t('Models are for supervisors and admins')}>
        {t('Your role does not allow this page. Ask an admin of your workspace if you need it.')}
      </Placeholder>
    );
  }
  const running = models.data?.runs.find(isRunning);
  const active = models.data?.models.find(({ stage }) => stage === 'active');
  const start = () =>
    attempt(
      retrain.mutateAsync().then((run) => navigate(`/models/runs/${run.id}`)),
      t('Training has started.'),
    );
  return (
    <div className="h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-6xl space-y-6 p-4 md:p-6">
        <header className="flex flex-wrap items-center gap-3">
          <div className="min-w-48 flex-1">
            <h1 className="text-lg font-semibold tracking-tight">{t('Models')}</h1>
            <p className="text-compact text-muted">
              {t('What agents confirm or correct when they resolve is what the next version learns from.')}
              {!mayChange && ` ${t('Retraining, roll-back and the risk limit are for admins.')}`}
            </p>
          </div>
          {models.data &&
            (running ? (
              <Button onClick={() => void navigate(`/models/runs/${running.id}`)}>
                <LoaderCircle size={15} className="animate-spin" aria-hidden /> {t('Training is running')}
              </Button>
            ) : (
              mayChange && (
                <Button tone="primary" disabled={retrain.isPending} onClick={() => void start()}>
                  <RefreshCw size={15} aria-hidden /> {t('Retrain')}
                </Button>
              )
            ))}
        </header>
        {models.isPending ? (
          <Loading what={t('models')}>
            <Bone className="mb-6 h-64 w-full rounded-2xl" />
            <Bone className="h-40 w-full rounded-2xl" />
          </Loading>
        ) : models.isError ? (
          <Placeholder
            icon={ServerCrash}
            title={t('The models could not be loaded')}
            action={<Button onClick={() => void models.refetch()}>{t('Try again')}</Button>}
          >
            {sentence(models.error)}
          </Placeholder>
        ) : (
          <>
            {active && <OutlookCard activeId={active.id} version={active.version} />}
            <Card title={t('Versions')}>
              {models.data.models.length === 0 ? (
                <Placeholder icon={Cpu} title={t('No model yet')}>
                  {t('The first one appears here when it is trained. Until then every message goes to people.')}
                </Placeholder>
              ) : (
                <VersionsList models={models.data.models} mayActivate={mayChange} />
              )}
            </Card>
            <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
              <Card title={t('Training runs')}>
                <RunsTable runs={models.data.runs} models={models.data.models} />
              </Card>
              <div className="space-y-6">
                <Card title={t('Risk limit')}>
                  <RiskLimit policy={models.data.policy} version={active?.version ?? null} mayChange={mayChange} />
                </Card>
                <Card title={t('Schedule')}>
                  <ScheduleForm schedule={models.data.schedule} mayChange={mayChange} />
                </Card>
              </div>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
