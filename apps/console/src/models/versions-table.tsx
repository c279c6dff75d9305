import type { ModelVersionView } from '#contracts';
import { cx } from '../ui/cx.js';
import { fullTime } from '../ui/format.js';
import { Hint } from '../ui/hint.js';
import { comparison, figureOf, figures } from './figures.js';
import { GateChecks } from './gate-checks.js';
import { StageBadge } from './stage-badge.js';
import { t } from '../language/t.js';

const methods: Record<ModelVersionView['method'], string> = {
  tfidf: t('words alone, without the encoder'),
  head: t('head on the frozen encoder'),
  fine_tuned: t('encoder and head fine-tuned together'),
  adapters: t('adapters of the encoder and head fine-tuned together'),
};

const cell = 'px-3 py-2.5 first:ps-4 last:pe-4';

/** Every figure of every version, beside those of the one that answers. */
export function VersionsTable({ models, active }: { models: ModelVersionView[]; active: ModelVersionView | null }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('Versions and their figures')}>
      <table className="w-full text-compact whitespace-nowrap">
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className={cx(cell, 'text-start font-medium')}>
              {t('Version')}
            </th>
            {figures.map(({ key, title, about }) => (
              <th key={key} scope="col" className={cx(cell, 'text-end font-medium')}>
                <Hint text={about}>
                  <button type="button" className="cursor-help rounded underline decoration-dotted underline-offset-3">
                    {title}
                  </button>
                </Hint>
              </th>
            ))}
            <th scope="col" className={cx(cell, 'text-start font-medium')}>
              {t('Gate')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {models.map((model) => (
            <tr key={model.id} className={cx(model.stage === 'active' && 'bg-accent-soft/60')}>
              <th scope="row" className={cx(cell, 'min-w-56 text-start font-normal whitespace-normal')}>
                <span className="flex items-center gap-2">
                  <span className="figures font-semibold">{t('v{version}', { version: model.version })}</span>
                  <StageBadge stage={model.stage} />
                </span>
                <span className="figures block text-xs text-muted">
                  {t('{count} examples', { count: model.nExamples })} · {methods[model.method]} ·{' '}
                  {fullTime(model.createdAt)}
                </span>
              </th>
              {figures.map((figure) => {
                const verdict = model === active ? null : comparison(model.metrics, active?.metrics ?? null, figure);
                return (
                  <td key={figure.key} className={cx(cell, 'figures text-end')}>
                    {verdict && <Verdict verdict={verdict} />}
                    {figureOf(model.metrics, figure)}
                  </td>
                );
              })}
              <td className={cell}>
                <GateChecks gate={model.gate} version={model.version} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Verdict({ verdict }: { verdict: 'better' | 'worse' }) {
  return (
    <span className={cx('me-1 text-xs', verdict === 'better' ? 'text-good' : 'text-bad')}>
      <span aria-hidden>{verdict === 'better' ? '▲' : '▼'}</span>
      <span className="sr-only">
        {verdict === 'better' ? t('better than the active version:') : t('worse than the active version:')}
      </span>
    </span>
  );
}
