import type { UseMutationResult } from '@tanstack/react-query';
import { Overtaken } from './overtaken.js';
import { Problem } from './problem.js';
import { SubmitButton } from './submit-button.js';
import type { useDraft } from './use-draft.js';
import { t } from '../language/t.js';

/** The end of a settings form: what others saved meanwhile, why it was refused, and the button that saves what was typed. */
export function FormFoot({
  typed,
  save,
  mayChange,
  ready = true,
  action = t('Save'),
}: {
  typed: Pick<ReturnType<typeof useDraft>, 'changed' | 'overtaken' | 'discard'>;
  save: Pick<UseMutationResult, 'error' | 'isPending'>;
  mayChange: boolean;
  /** Not while what was typed cannot hold. */
  ready?: boolean;
  action?: string;
}) {
  return (
    <>
      <Overtaken by={typed} />
      <Problem error={save.error} />
      {mayChange && (
        <SubmitButton pending={save.isPending} doing={t('Saving…')} disabled={!typed.changed || !ready}>
          {action}
        </SubmitButton>
      )}
    </>
  );
}
