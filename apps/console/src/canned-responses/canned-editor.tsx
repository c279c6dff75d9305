import type { CannedResponseDraft, CannedResponseView } from '#contracts';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { MacroActions } from './macro-actions.js';
import { useSaveCannedResponse } from './queries.js';
import { knownMarks } from './variables.js';
import { t } from '../language/t.js';

const sharing = [
  { value: 'own', label: t('For me'), about: t('Nobody else sees it.') },
  { value: 'shared', label: t('For everybody'), about: t('Every agent of the workspace can use it.') },
] as const;

export function CannedEditor({
  entry,
  mayShare,
  close,
}: {
  entry: CannedResponseView | null;
  mayShare: boolean;
  close: () => void;
}) {
  const id = useId();
  const save = useSaveCannedResponse();
  const [draft, setDraft] = useState<CannedResponseDraft>(
    entry ?? { shortcut: '', title: '', text: '', shared: mayShare, actions: [] },
  );
  const change = (changed: Partial<CannedResponseDraft>) => setDraft({ ...draft, ...changed });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { shortcut, title, text, shared, actions } = draft;
    save.mutate(
      { id: entry?.id ?? null, draft: { shortcut, title: title.trim(), text: text.trim(), shared, actions } },
      {
        onSuccess: () => {
          say('good', t('Saved.'));
          close();
        },
      },
    );
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={entry ? `/${entry.shortcut}` : t('New canned reply')}>
      <form onSubmit={submit} className="space-y-4">
        <FieldRow
          label={t('Shortcut')}
          htmlFor={`${id}-shortcut`}
          hint={t('Letters, figures and hyphens: /refund, /late-parcel')}
        >
          <input
            id={`${id}-shortcut`}
            className={fieldClass}
            required
            maxLength={40}
            pattern="[\p{L}\p{N}][\p{L}\p{N}\-]*"
            title={t('Letters, figures and hyphens, beginning with a letter or a figure')}
            autoComplete="off"
            value={draft.shortcut}
            onChange={(event) => change({ shortcut: event.target.value.replace(/^\//, '') })}
          />
        </FieldRow>
        <FieldRow label={t('Title')} htmlFor={`${id}-title`}>
          <input
            id={`${id}-title`}
            className={fieldClass}
            required
            dir="auto"
            maxLength={100}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </FieldRow>
        <FieldRow
          label={t('Text')}
          htmlFor={`${id}-text`}
          hint={
            <>
              {t('Filled by themselves:')}{' '}
              {knownMarks.map(({ mark, about }) => (
                <code key={mark} title={about} className="me-1.5">{`{{${mark}}}`}</code>
              ))}
              {t('Any other {mark} is for you to fill in before it is sent.', { mark: '{{mark}}' })}
            </>
          }
        >
          <textarea
            id={`${id}-text`}
            dir="auto"
            rows={6}
            maxLength={4000}
            required={draft.actions.length === 0}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
            className={`${fieldClass} h-auto! resize-y py-2`}
          />
        </FieldRow>
        <MacroActions actions={draft.actions} onChange={(actions) => change({ actions })} />
        {mayShare && (
          <Choice
            label={t('Who can use it')}
            value={draft.shared ? 'shared' : 'own'}
            onChange={(value) => change({ shared: value === 'shared' })}
            options={sharing}
          />
        )}
        <Problem error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('Cancel')}</Button>
          <SubmitButton pending={save.isPending} doing={t('Saving…')}>
            {t('Save')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
