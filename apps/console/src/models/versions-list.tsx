import type { ModelVersionView } from '#contracts';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { fullTime } from '../ui/format.js';
import { ActivateDialog } from './activate-dialog.js';
import { useActivate } from './queries.js';
import { StageBadge } from './stage-badge.js';
import { verdictOf } from './verdict.js';
import { VersionsTable } from './versions-table.js';
import { t } from '../language/t.js';

/** Newest first, each with what the gate said of it; their figures are folded. */
export function VersionsList({ models, mayActivate }: { models: ModelVersionView[]; mayActivate: boolean }) {
  const [chosen, setChosen] = useState<ModelVersionView | null>(null);
  const activate = useActivate();
  const active = models.find((model) => model.stage === 'active') ?? null;
  const newestFirst = [...models].sort((a, b) => b.version - a.version);
  const confirm = (model: ModelVersionView) =>
    void attempt(
      activate.mutateAsync(model.id),
      t('Version {version} answers from now on.', { version: model.version }),
    );
  return (
    <>
      <ul className="divide-y divide-line">
        {newestFirst.map((model) => {
          const { tone, title, text } = verdictOf(model.gate);
          return (
            <li
              key={model.id}
              className={cx('flex flex-wrap items-center gap-3 px-4 py-3', model === active && 'bg-accent-soft/60')}
            >
              <div className="min-w-56 flex-1">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="figures font-semibold">{t('v{version}', { version: model.version })}</span>
                  <StageBadge stage={model.stage} />
                  <Badge tone={tone}>{title}</Badge>
                </p>
                <p className="mt-0.5 text-compact">{text}</p>
                <p className="figures text-xs text-muted">
                  {t('{time}, from {count} examples', {
                    time: fullTime(model.createdAt),
                    count: model.nExamples,
                  })}
                </p>
              </div>
              {mayActivate && model !== active && (
                <Button small disabled={activate.isPending} onClick={() => setChosen(model)}>
                  {active && model.version < active.version ? t('Roll back') : t('Activate')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <details className="border-t border-line">
        <summary className="cursor-pointer px-4 py-2.5 text-compact font-medium text-muted hover:text-ink">
          {t('For specialists')}
        </summary>
        <VersionsTable models={newestFirst} active={active} />
      </details>
      <ActivateDialog model={chosen} active={active} onClose={() => setChosen(null)} onConfirm={confirm} />
    </>
  );
}
