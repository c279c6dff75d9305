import type { InboxFilter, InboxQuery } from '#contracts';
import { Bookmark, BookmarkX, X } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../session/console-context.js';
import { maySeeSetUp } from '../session/roles.js';
import { sameQuery } from '../store/inbox.js';
import { Button } from '../ui/button.js';
import { isChosen, useFilterFields, withValue } from './filter-fields.js';
import { SaveFilterSheet } from './save-filter-sheet.js';
import { useRemoveSavedFilter, useSavedFilters } from './saved-filters.js';
import { t } from '../language/t.js';

/** What the list is narrowed to, each taken off by a click; and the list kept under a name. */
export default function FilterChips({
  query,
  onChange,
}: {
  query: InboxQuery;
  onChange: (filter: InboxFilter) => void;
}) {
  const { filter } = query;
  const fields = useFilterFields();
  const saved = useSavedFilters().data?.find((one) => sameQuery(one.query, query));
  const shares = useConsole((state) => maySeeSetUp(state.me.role));
  const remove = useRemoveSavedFilter();
  const [saving, setSaving] = useState(false);
  const chips = fields.flatMap(({ field, title, options }) =>
    options.filter(({ value }) => isChosen(filter, field, value)).map((option) => ({ ...option, field, title })),
  );
  return (
    <div
      className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-2"
      role="group"
      aria-label={t('Filter')}
    >
      {chips.map(({ field, title, value, label }) => (
        <button
          key={`${field} ${value}`}
          type="button"
          aria-label={t('Remove: {title} {label}', { title, label })}
          onClick={() => onChange(withValue(filter, field, value, false))}
          className="inline-flex max-w-full items-center gap-1 rounded-full bg-accent-soft px-2 py-0.5 text-xs text-accent-ink hover:opacity-80"
        >
          <span className="truncate" dir="auto">
            {title}: {label}
          </span>
          <X size={12} className="shrink-0" aria-hidden />
        </button>
      ))}
      {saved ? (
        (saved.own || shares) && (
          <Button small tone="quiet" onClick={() => remove.mutate(saved.id)}>
            <BookmarkX size={13} aria-hidden /> {t('Forget “{name}”', { name: saved.name })}
          </Button>
        )
      ) : (
        <Button small tone="quiet" onClick={() => setSaving(true)}>
          <Bookmark size={13} aria-hidden /> {t('Save')}
        </Button>
      )}
      <SaveFilterSheet query={query} open={saving} onOpenChange={setSaving} />
    </div>
  );
}
