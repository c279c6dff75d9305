import type { ImportCategories, TicketImportView } from '#contracts';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Problem } from '../../ui/problem.js';
import { useAdd } from '../queries.js';
import { counted, whole } from '../words.js';
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
            t('{count} of {count2} done · ', { count: choices.filter(isDone).length, count2: choices.length })}
          {counted(intents, 'intent')}
        </span>
      }
    >
      <Chooser offered={offered} choices={choices} onChange={setChoices} />
      <footer className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-3">
        <p className="min-w-60 flex-1 text-compact text-muted" aria-live="polite">
          {counted(rows, 'message')} {t('of')} {counted(intents, 'intent')} {t('will be added')}
          {outOfScope > 0 && t(', and {outOfScope} as none of your topics', { outOfScope: whole(outOfScope) })}
          {left > 0 && t('; {left} are left out', { left: whole(left) })}.
        </p>
        <Button
          tone="primary"
          disabled={intents === 0 || add.isPending}
          onClick={() => add.mutate(toAdd(choices), { onSuccess: () => forgetChoices(view.id) })}
        >
          {add.isPending ? t('Adding…') : `Add ${counted(rows + outOfScope, 'message')}`}
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
