import type { ModelVersionView } from '#contracts';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { fullTime } from '../ui/format.js';
import { Hint } from '../ui/hint.js';
import { ActivateDialog } from './activate-dialog.js';
import { comparison, figureOf, figures } from './figures.js';
import { GateChecks } from './gate-checks.js';
import { useActivate } from './queries.js';
import { StageBadge } from './stage-badge.js';

const cell = 'px-3 py-2.5 first:pl-4 last:pr-4';

export function VersionsTable({ models, mayActivate }: { models: ModelVersionView[]; mayActivate: boolean }) {
  const [chosen, setChosen] = useState<ModelVersionView | null>(null);
  const activate = useActivate();
  const active = models.find((model) => model.stage === 'active') ?? null;
  const newestFirst = [...models].sort((a, b) => b.version - a.version);

  const confirm = (model: ModelVersionView) =>
    void attempt(activate.mutateAsync(model.id), `Version ${model.version} answers from now on.`);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Versions and their figures">
      <table className="w-full text-compact whitespace-nowrap">
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            <th scope="col" className={cx(cell, 'font-medium')}>
              Version
            </th>
            {figures.map(({ key, title, about }) => (
              <th key={key} scope="col" className={cx(cell, 'text-right font-medium')}>
                <Hint text={about}>
                  <button type="button" className="cursor-help rounded underline decoration-dotted underline-offset-3">
                    {title}
                  </button>
                </Hint>
              </th>
            ))}
            <th scope="col" className={cx(cell, 'font-medium')}>
              Gate
            </th>
            <th scope="col" className={cell}>
              <span className="sr-only">Action</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {newestFirst.map((model) => (
            <tr key={model.id} className={cx(model.stage === 'active' && 'bg-accent-soft/60')}>
              <th scope="row" className={cx(cell, 'min-w-56 text-left font-normal whitespace-normal')}>
                <span className="flex items-center gap-2">
                  <span className="figures font-semibold">v{model.version}</span>
                  <StageBadge stage={model.stage} />
                </span>
                <span className="figures block text-xs text-muted">
                  {model.nExamples.toLocaleString()} examples · {model.method} · {fullTime(model.createdAt)}
                </span>
              </th>
              {figures.map((figure) => {
                const verdict = model === active ? null : comparison(model.metrics, active?.metrics ?? null, figure);
                return (
                  <td key={figure.key} className={cx(cell, 'figures text-right')}>
                    {verdict && <Verdict verdict={verdict} />}
                    {figureOf(model.metrics, figure)}
                  </td>
                );
              })}
              <td className={cell}>
                <GateChecks gate={model.gate} version={model.version} />
              </td>
              <td className={cx(cell, 'text-right')}>
                {mayActivate && model.stage !== 'active' && (
                  <Button small disabled={activate.isPending} onClick={() => setChosen(model)}>
                    {active && model.version < active.version ? 'Roll back' : 'Activate'}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ActivateDialog model={chosen} active={active} onClose={() => setChosen(null)} onConfirm={confirm} />
    </div>
  );
}

function Verdict({ verdict }: { verdict: 'better' | 'worse' }) {
  return (
    <span className={cx('mr-1 text-xs', verdict === 'better' ? 'text-good' : 'text-bad')}>
      <span aria-hidden>{verdict === 'better' ? '▲' : '▼'}</span>
      <span className="sr-only">{verdict} than the active version: </span>
    </span>
  );
}
