import type { ModelVersionView } from '#contracts';
import { cx } from '../ui/cx.js';
import { comparison, figureOf, figures } from './figures.js';
import { t } from '../language/t.js';

/** Two versions side by side; `before` null: there is nothing to compare with. */
export function VersionComparison({
  model,
  before,
  beforeTitle,
}: {
  model: ModelVersionView;
  before: ModelVersionView | null;
  beforeTitle: string;
}) {
  return (
    <table className="figures w-full text-compact text-ink">
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col" className="pb-1 text-start font-medium">
            {t('Figure')}
          </th>
          <th scope="col" className="pb-1 text-end font-medium">
            {beforeTitle}
          </th>
          <th scope="col" className="pb-1 text-end font-medium">
            {t('v{version}', { version: model.version })}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const verdict = comparison(model.metrics, before?.metrics ?? null, figure);
          return (
            <tr key={figure.key} className="border-t border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                {figure.title}
              </th>
              <td className="text-end text-muted">{figureOf(before?.metrics ?? null, figure)}</td>
              <td className={cx('text-end', verdict === 'better' && 'text-good', verdict === 'worse' && 'text-bad')}>
                {figureOf(model.metrics, figure)}
                {verdict && <span className="sr-only"> {verdict === 'better' ? t('better') : t('worse')}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
