import { exampleSource, type IntentRow } from '#contracts';
import { Search } from 'lucide-react';
import { Combobox } from '../ui/combobox.js';
import { cx } from '../ui/cx.js';
import { fieldClass } from '../ui/field.js';
import { Select } from '../ui/select.js';
import type { ExampleFilter } from './queries.js';
import { sourceWords } from './source-words.js';
import { t } from '../language/t.js';

const sources = [
  { value: '' as const, label: t('Every source') },
  ...exampleSource.options.map((source) => ({ value: source, label: sourceWords[source] })),
];
const everyIntent = { value: '', label: t('Every intent') };
const noIntent = { value: 'none', label: t('None of our topics') };

export function ExampleFilters({
  filter,
  intents,
  onChange,
}: {
  filter: ExampleFilter;
  intents: IntentRow[];
  onChange: (changed: Partial<ExampleFilter>) => void;
}) {
  const titles = intents.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="relative min-w-56 flex-1">
        <Search size={15} className="absolute top-2.5 start-2.5 text-faint" aria-hidden />
        <input
          type="search"
          aria-label={t('Search training data')}
          placeholder={t('Search')}
          maxLength={200}
          value={filter.search}
          onChange={(event) => onChange({ search: event.target.value })}
          className={cx(fieldClass, 'ps-8')}
        />
      </div>
      <div className="w-full sm:w-52">
        <Combobox
          label={t('Intent')}
          value={filter.intentId}
          onChange={(intentId) => onChange({ intentId })}
          options={[everyIntent, noIntent, ...titles]}
        />
      </div>
      <div className="w-full sm:w-40">
        <Select
          label={t('Source')}
          value={filter.source}
          onChange={(source) => onChange({ source })}
          options={sources}
        />
      </div>
      <label className="flex h-9 items-center gap-2 text-compact">
        <input
          type="checkbox"
          checked={filter.suspicious}
          onChange={(event) => onChange({ suspicious: event.target.checked })}
          className="size-4 accent-accent"
        />
        {t('Suspicious only')}
      </label>
    </div>
  );
}
