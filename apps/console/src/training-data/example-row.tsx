import type { ExampleView, IntentRow } from '#contracts';
import { Check, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Button, IconButton } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { ago, fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { IntentPicker } from './intent-picker.js';
import { intentTitle } from './intent-title.js';
import { useSaveExample, type ExampleText } from './queries.js';
import { sourceWords } from './source-words.js';
import { t } from '../language/t.js';

export function ExampleRow({
  example,
  intents,
  mayChange,
  going,
  onRemove,
  onUndo,
}: {
  example: ExampleView;
  intents: IntentRow[];
  mayChange: boolean;
  /** It is being deleted, and can still be put back. */
  going: boolean;
  onRemove: () => void;
  onUndo: () => void;
}) {
  const now = useNow();
  const save = useSaveExample();
  const [editing, setEditing] = useState(false);
  const { id, text, intentId, suspectedIntentId, source, createdAt } = example;
  const change = (changed: Partial<ExampleText>) =>
    attempt(save.mutateAsync({ id, text, intentId, ...changed }), t('Saved. It counts from the next training on.'));

  if (going) {
    return (
      <div className="flex items-center gap-3 bg-sunken px-4 py-2.5 text-compact text-muted" role="status">
        <span dir="auto" className="min-w-0 flex-1 truncate line-through">
          {text}
        </span>
        <Button small onClick={onUndo}>
          <Undo2 size={13} className="rtl:-scale-x-100" aria-hidden /> {t('Undo')}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,16rem)_1fr] items-start gap-x-4 gap-y-2 px-4 py-2.5 text-compact @3xl:grid-cols-[minmax(0,1fr)_14rem_13rem]">
      <div className="col-span-2 min-w-0 @3xl:col-span-1 @3xl:py-1.5">
        {editing ? (
          <TextEditor
            text={text}
            saving={save.isPending}
            onCancel={() => setEditing(false)}
            onSave={(changed) => void change({ text: changed }).then((saved) => setEditing(!saved))}
          />
        ) : (
          <p dir="auto" className="wrap-anywhere whitespace-pre-line">
            {text}
          </p>
        )}
        {suspectedIntentId && (
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-warn">
            {t('The model would say “{intent}”.', { intent: intentTitle(intents, suspectedIntentId) })}
            {mayChange && (
              <>
                <Button small disabled={save.isPending} onClick={() => void change({ intentId: suspectedIntentId })}>
                  <Check size={12} aria-hidden /> {t('Use that')}
                </Button>
                <Button small tone="quiet" disabled={save.isPending} onClick={() => void change({})}>
                  {t('Keep as it is')}
                </Button>
              </>
            )}
          </p>
        )}
      </div>
      {mayChange ? (
        <IntentPicker
          intents={intents}
          value={intentId}
          label={t('Intent')}
          className="h-8! text-compact!"
          onPick={(picked) => picked !== intentId && void change({ intentId: picked })}
        />
      ) : (
        <span className="truncate py-1.5">{intentTitle(intents, intentId)}</span>
      )}
      <div className="flex min-h-8 items-center justify-end gap-2 @3xl:justify-between">
        <span className="text-end text-xs text-muted @3xl:text-start" title={fullTime(createdAt)}>
          {sourceWords[source]} · {ago(createdAt, now)}
        </span>
        {mayChange && (
          <span className="flex">
            <IconButton label={t('Edit the text')} disabled={editing} onClick={() => setEditing(true)}>
              <Pencil size={14} aria-hidden />
            </IconButton>
            <IconButton label={t('Delete')} onClick={onRemove}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </span>
        )}
      </div>
    </div>
  );
}

function TextEditor({
  text,
  saving,
  onSave,
  onCancel,
}: {
  text: string;
  saving: boolean;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState(text);
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed.trim());
      }}
    >
      <textarea
        aria-label={t('Text of the message')}
        autoFocus
        rows={3}
        dir="auto"
        maxLength={4000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
        className={`${fieldClass} h-auto! resize-y py-2 text-compact`}
      />
      <div className="flex gap-2">
        <Button type="submit" small tone="primary" disabled={saving || typed.trim() === '' || typed.trim() === text}>
          {saving ? t('Saving…') : t('Save')}
        </Button>
        <Button small onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  );
}
