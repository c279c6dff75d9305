import type { TrainingRunView } from '#contracts';
import { Badge } from '../ui/badge.js';
import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { GateList } from './gate-list.js';
import { isRunning, useModels } from './queries.js';
import { resultWords } from './run-words.js';
import { verdictOf } from './verdict.js';
import { VersionComparison } from './version-comparison.js';
import { t } from '../language/t.js';

/** How a run ended: what came of it, what the gate said, and how the version stands to the one before. */
export function RunResult({ run }: { run: TrainingRunView }) {
  const models = useModels();
  if (isRunning(run)) return null;
  return (
    <Card title={t('Result')}>
      <Loaded query={models} what={t('The result')}>
        {({ models: versions }) => {
          const model = versions.find(({ id }) => id === run.modelVersionId);
          if (!model) return <p className="p-4 text-compact">{resultWords(run, null)}</p>;
          const before = versions.find(({ id }) => id === model.parentId) ?? null;
          const { tone, title, text } = verdictOf(model.gate);
          return (
            <>
              <div className="space-y-1 p-4">
                <p className="text-lg font-semibold tracking-tight">{resultWords(run, model)}</p>
                <p className="flex flex-wrap items-center gap-2 text-compact">
                  <Badge tone={tone}>{title}</Badge> {text}
                </p>
              </div>
              <div className="grid gap-px border-t border-line bg-line md:grid-cols-2">
                <section className="bg-surface p-4 text-compact" aria-label={t('Gate')}>
                  <h3 className="caption mb-1">{t('The gate')}</h3>
                  {model.gate.length > 0 ? (
                    <GateList gate={model.gate} />
                  ) : (
                    <p className="text-muted">{t('It was not judged.')}</p>
                  )}
                </section>
                <section className="bg-surface p-4" aria-label={t('Comparison')}>
                  <h3 className="caption mb-1">
                    {before
                      ? t('Beside version {version}, which answered then', { version: before.version })
                      : t('There was no version before')}
                  </h3>
                  <VersionComparison model={model} before={before} beforeTitle={before ? `v${before.version}` : '–'} />
                </section>
              </div>
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
