import type { TrainingFailure } from '#contracts';
import { Alert } from '../ui/alert.js';
import { failureWords } from './failure-words.js';
import { t } from '../language/t.js';

/** Why a training failed and what to do; what the program said of it is folded. */
export function RunFailure({ failure }: { failure: TrainingFailure | null }) {
  return (
    <Alert tone="bad">
      <p>
        <span className="font-medium">{t('The training failed.')}</span> {failureWords[failure?.code ?? 'internal']}
      </p>
      {failure?.text && (
        <details className="mt-1">
          <summary className="cursor-pointer text-xs">{t('Technical details')}</summary>
          <p className="mt-1 font-mono text-xs whitespace-pre-wrap" dir="ltr" translate="no">
            {failure.text}
          </p>
        </details>
      )}
    </Alert>
  );
}
