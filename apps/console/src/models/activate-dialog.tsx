import type { ModelVersionView } from '#contracts';
import { Confirm } from '../ui/dialog.js';
import { isCompared } from './verdict.js';
import { VersionComparison } from './version-comparison.js';
import { t } from '../language/t.js';

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
  const failed = isCompared(model.gate) ? model.gate.filter((check) => !check.passed).length : 0;
  return (
    <Confirm
      open
      onOpenChange={(open) => open || onClose()}
      title={
        back
          ? t('Roll back to version {version}?', { version: model.version })
          : t('Activate version {version}?', { version: model.version })
      }
      action={back ? t('Roll back') : t('Activate')}
      danger={failed > 0}
      onConfirm={() => onConfirm(model)}
    >
      <p className="text-compact">
        {t(
          'The workers change over between two messages; no conversation is interrupted. You can change back at any time.',
        )}
      </p>
      {failed > 0 && (
        <p className="mt-3 rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
          {t('This version did not pass {count} checks of the gate.', { count: failed })}
        </p>
      )}
      <div className="mt-4">
        <VersionComparison
          model={model}
          before={active}
          beforeTitle={active ? t('v{version}, active', { version: active.version }) : t('Active')}
        />
      </div>
    </Confirm>
  );
}
