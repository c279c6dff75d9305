import type { ImportCategories, TicketImportView } from '#contracts';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Problem } from '../../ui/problem.js';
import { useAdd } from '../queries.js';
import { CategoriesTable } from './categories-table.js';
import { toAdd, totals } from './choices.js';
import { ClusterCards } from './cluster-cards.js';
import { forgetChoices, useChoices } from './kept-choices.js';
import { t } from '../../language/t.js';

/** Which topics the bot shall know, before any row is added. */
export function ChooseCategories({ view, offered }: { view: TicketImportView; offered: ImportCategories }) {
  const [choices, setChoices] = useChoices(view.id, offered);
  const add = useAdd(view.id);
  const { intents, rows, outOfScope, leftOut } = totals(choices);
  const left = leftOut + offered.unclustered;
  const Chooser = offered.clustered ? ClusterCards : CategoriesTable;
  return (
    <Card
      title={offered.clustered ? t('Name the groups') : t('Choose the topics')}
      actions={
        <span className="figures text-xs text-muted">
          {offered.clustered &&
            `${t('{done} of {count} done', { done: choices.filter(isDone).length, count: choices.length })} · `}
          {t('{count} intents', { count: intents })}
        </span>
      }
    >
      <Chooser offered={offered} choices={choices} onChange={setChoices} />
      <footer className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-3">
        <p className="min-w-60 flex-1 text-compact text-muted" aria-live="polite">
          {t('{messages} of {intents} will be added.', {
            messages: t('{count} messages', { count: rows }),
            intents: t('{count} intents', { count: intents }),
          })}
          {outOfScope > 0 && ` ${t('None of your topics: {outOfScope}.', { outOfScope })}`}
          {left > 0 && ` ${t('Left out: {left}.', { left })}`}
        </p>
        <Button
          tone="primary"
          disabled={intents === 0 || add.isPending}
          onClick={() => add.mutate(toAdd(choices), { onSuccess: () => forgetChoices(view.id) })}
        >
          {add.isPending ? t('Adding…') : t('Add {count} messages', { count: rows + outOfScope })}
        </Button>
        {add.isError && (
          <div className="w-full">
            <Problem error={add.error} />
          </div>
        )}
      </footer>
    </Card>
  );
}

function isDone({ fate, title }: { fate: string; title: string }): boolean {
  return fate !== 'intent' || title.trim() !== '';
}
