import type { IntentRow } from '#contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/dialog.js';
import { fieldClass } from '../ui/field.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { useSettled } from '../ui/use-settled.js';
import { isNamed, NewIntentFields, noIntent } from './new-intent-fields.js';
import { useIntentExamples, useSplitIntent } from './queries.js';
import { t } from '../language/t.js';

/** The list follows the keys after this pause, ms. */
const pause = 300;

export function SplitDialog({
  intent,
  close,
  onSplit,
}: {
  intent: IntentRow;
  close: () => void;
  onSplit: (id: string) => void;
}) {
  const split = useSplitIntent(intent.id);
  const [fresh, setFresh] = useState(noIntent);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = useIntentExamples(intent.id, useSettled(words, pause));
  const examples = rows.data?.pages.flatMap((page) => page.examples) ?? [];
  const allChosen = examples.length > 0 && examples.every(({ id }) => chosen.has(id));

  const choose = (ids: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    split.mutate(
      { ...fresh, exampleIds: [...chosen] },
      {
        onSuccess: ({ moved, intentId }) => {
          say(
            'good',
            t('{count} rows are “{title}” now. The model learns it at the next training.', {
              count: moved,
              title: fresh.title,
            }),
          );
          close();
          onSplit(intentId);
        },
      },
    );
  };
  return (
    <Sheet open onOpenChange={(open) => open || close()} title={t('Split “{title}”', { title: intent.title })}>
      <form onSubmit={submit} className="space-y-4">
        <NewIntentFields intent={fresh} onChange={setFresh} />
        <fieldset className="space-y-2">
          <legend className="mb-1 text-compact font-medium">{t('Rows of the new intent')}</legend>
          <input
            type="search"
            aria-label={t('Search rows')}
            placeholder={t('Search, and choose all that match')}
            className={fieldClass}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <label className="flex items-center gap-2.5 px-3 text-compact text-muted">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={allChosen}
              onChange={(event) =>
                choose(
                  examples.map(({ id }) => id),
                  event.target.checked,
                )
              }
            />
            {t('All {count} shown', { count: examples.length })}
            <span className="figures ms-auto font-medium text-ink" role="status">
              {t('{count} chosen', { count: chosen.size })}
            </span>
          </label>
          <ul className="max-h-64 divide-y divide-line overflow-y-auto rounded-xl border border-line">
            {examples.map(({ id, text }) => (
              <li key={id}>
                <label className="flex cursor-pointer items-start gap-2.5 px-3 py-2 text-compact hover:bg-hover">
                  <input
                    type="checkbox"
                    className="mt-0.5 size-4 shrink-0 accent-accent"
                    checked={chosen.has(id)}
                    onChange={(event) => choose([id], event.target.checked)}
                  />
                  <span dir="auto" className="line-clamp-2">
                    {text}
                  </span>
                </label>
              </li>
            ))}
            {examples.length === 0 && (
              <li className="px-3 py-6 text-center text-compact text-muted">
                {rows.isPending
                  ? t('Loading…')
                  : rows.isError
                    ? t('The rows could not be loaded. Close this and try again.')
                    : t('No row matches.')}
              </li>
            )}
            {rows.hasNextPage && (
              <li className="p-2 text-center">
                <Button small disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
                  {t('More rows')}
                </Button>
              </li>
            )}
          </ul>
        </fieldset>
        <p className="text-compact text-muted">
          {t(
            'The rows move; the others stay with “{title}”, and so do its answers. The new intent has none: people answer until you approve one, and the model tells the two apart from the next training on.',
            { title: intent.title },
          )}
        </p>
        <Problem error={split.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{t('Cancel')}</Button>
          <SubmitButton
            pending={split.isPending}
            doing={t('Splitting…')}
            disabled={!isNamed(fresh) || chosen.size === 0}
          >
            {t('Split')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}
