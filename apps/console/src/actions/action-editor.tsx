import type { ActionView } from '#contracts';
import { Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { attempt } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Confirm } from '../ui/dialog.js';
import { Problem } from '../ui/problem.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { ActionForm } from './action-form.js';
import { addOutput, newAction, settingsOf } from './draft.js';
import { problemsOf, refusedFields } from './problems.js';
import { useDeleteAction, useSaveAction } from './queries.js';
import { TestPanel } from './test-panel.js';
import { t } from '../language/t.js';

/** One action and its test, side by side. Remount it (by `key`) for another one. */
export function ActionEditor({
  action,
  mayChange,
  onSaved,
  onDeleted,
}: {
  /** Null: a new one. */
  action: ActionView | null;
  mayChange: boolean;
  onSaved: (action: ActionView) => void;
  onDeleted: () => void;
}) {
  const [settings, setSettings] = useState(action ? settingsOf(action) : newAction);
  /** Problems show from the first attempt to save on. */
  const [submitted, setSubmitted] = useState(false);
  const save = useSaveAction();
  const problems = submitted ? { ...refusedFields(save.error), ...problemsOf(settings) } : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (Object.keys(problemsOf(settings)).length > 0) return say('bad', t('Some fields need another look.'));
    save.mutate(
      { id: action?.id ?? null, settings },
      {
        onSuccess: (saved) => {
          setSettings(settingsOf(saved));
          setSubmitted(false);
          say('good', t('The action is saved.'));
          onSaved(saved);
        },
      },
    );
  };
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[1fr_24rem]">
      <Card
        title={action ? action.title : t('New action')}
        actions={action && mayChange && <DeleteButton action={action} onDeleted={onDeleted} />}
      >
        <form onSubmit={submit} noValidate className="p-4">
          <fieldset disabled={!mayChange} className="min-w-0 space-y-6">
            {!mayChange && <ReadOnlyNote />}
            <ActionForm
              settings={settings}
              onChange={setSettings}
              problems={problems}
              hasSecret={action?.hasSecret ?? false}
            />
            <Problem error={save.error} />
            {mayChange && (
              <SubmitButton pending={save.isPending} doing={t('Saving…')}>
                {action ? t('Save') : t('Create action')}
              </SubmitButton>
            )}
          </fieldset>
        </form>
      </Card>
      {mayChange && (
        <div className="xl:sticky xl:top-4">
          <TestPanel
            actionId={action?.id ?? null}
            settings={settings}
            onPick={(path) => setSettings((before) => addOutput(before, path))}
          />
        </div>
      )}
    </div>
  );
}

function DeleteButton({ action, onDeleted }: { action: ActionView; onDeleted: () => void }) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteAction();
  const inUse = action.usedBy.length > 0;
  const confirm = async () => {
    if (await attempt(remove.mutateAsync(action.id), t('The action is deleted.'))) onDeleted();
  };
  return (
    <>
      <Button
        small
        tone="quiet"
        disabled={inUse || remove.isPending}
        title={
          inUse
            ? t('Answers need it: {answers}', { answers: action.usedBy.map(({ title }) => title).join(', ') })
            : undefined
        }
        onClick={() => setAsking(true)}
      >
        <Trash2 size={14} aria-hidden /> {t('Delete')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('Delete {title}?', { title: action.title })}
        action={t('Delete')}
        danger
        onConfirm={() => void confirm()}
      >
        {t('Its secret goes with it. No answer needs this action.')}
      </Confirm>
    </>
  );
}
