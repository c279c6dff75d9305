import type { ModelVersionView } from '#contracts';
import { Confirm } from '../ui/dialog.js';
import { cx } from '../ui/cx.js';
import { comparison, figureOf, figures } from './figures.js';

/** The two versions side by side before customers are answered by the other one. */
export function ActivateDialog({
  model,
  active,
  onClose,
  onConfirm,
}: {
  model: ModelVersionView | null;
  active: ModelVersionView | null;
  onClose: () => void;
  onConfirm: (model: ModelVersionView) => void;
}) {
  if (!model) return null;
  const back = active !== null && model.version < active.version;
  const failed = model.gate.filter((check) => !check.passed).length;
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={back ? `Roll back to version ${model.version}?` : `Activate version ${model.version}?`}
      action={back ? 'Roll back' : 'Activate'}
      danger={failed > 0}
      onConfirm={() => onConfirm(model)}
    >
      <p className="text-compact">
        The workers change over between two messages; no conversation is interrupted. You can change back at any time.
      </p>
      {failed > 0 && (
        <p className="mt-3 rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
          This version did not pass {failed === 1 ? 'one check' : `${failed} checks`} of the gate.
        </p>
      )}
      <table className="figures mt-4 w-full text-compact text-ink">
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className="pb-1 text-left font-medium">
              Figure
            </th>
            <th scope="col" className="pb-1 text-right font-medium">
              {active ? `v${active.version}, active` : 'Active'}
            </th>
            <th scope="col" className="pb-1 text-right font-medium">
              v{model.version}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const verdict = comparison(model.metrics, active?.metrics ?? null, figure);
            return (
              <tr key={figure.key} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {figure.title}
                </th>
                <td className="text-right text-muted">{figureOf(active?.metrics ?? null, figure)}</td>
                <td
                  className={cx('text-right', verdict === 'better' && 'text-good', verdict === 'worse' && 'text-bad')}
                >
                  {figureOf(model.metrics, figure)}
                  {verdict && <span className="sr-only"> {verdict}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Confirm>
  );
}
