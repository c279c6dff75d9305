import type { ImportCategories } from '#contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Merge, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { cx } from '../../ui/cx.js';
import { fieldClass } from '../../ui/field.js';
import { Key } from '../../ui/hint.js';
import { CategoryRow } from './category-row.js';
import { change, fewRows, merge, rowsByIntent, sameTitle, smallOnes, type Choice } from './choices.js';
import { t } from '../../language/t.js';

const rowHeight = 57;

export function CategoriesTable({
  offered,
  choices,
  onChange,
}: {
  offered: ImportCategories;
  choices: Choice[];
  onChange: (choices: Choice[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const examples = new Map(offered.categories.map((category) => [category.name, category.examples]));
  const rows = rowsByIntent(choices);
  const small = smallOnes(choices);
  const query = typed.trim().toLowerCase();
  const shown = choices.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(query));

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here and not handed on
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => shown[index]?.name ?? index,
    overscan: 12,
  });
  const focus = (index: number) => {
    const next = shown[index];
    if (!next) return;
    virtualizer.scrollToIndex(index);
    const select = () => {
      const field = scroller.current?.querySelector<HTMLInputElement>(`[data-title-of="${CSS.escape(next.name)}"]`);
      field?.focus();
      field?.select();
      return field;
    };
    if (!select()) requestAnimationFrame(select); // it is drawn by then
  };
  const toggle = (name: string) => {
    const next = new Set(selected);
    if (!next.delete(name)) next.add(name);
    setSelected(next);
  };
  const forSelected = (next: Choice[]) => {
    onChange(next);
    setSelected(new Set());
  };

  return (
    <>
      {small.length > 0 && (
        <div className="p-4 pb-0">
          <Alert
            tone="warn"
            action={
              <Button
                small
                onClick={() => onChange(change(choices, new Set(small.map(({ name }) => name)), { fate: 'dropped' }))}
              >
                {small.length === 1 ? t('Leave it out') : t('Leave them out')}
              </Button>
            }
          >
            {t(
              '{count} topics have fewer than {fewRows} messages: too few to learn from. Merge them with others, or leave them out.',
              { count: small.length, fewRows },
            )}
          </Alert>
        </div>
      )}
      <div className="flex min-h-15 flex-wrap items-center gap-2 px-4 py-3">
        {selected.size > 0 ? (
          <>
            <span className="figures me-1 text-compact font-medium">
              {t('{count} selected', { count: selected.size })}
            </span>
            <Button small disabled={selected.size < 2} onClick={() => forSelected(merge(choices, selected))}>
              <Merge size={13} aria-hidden /> {t('Merge')}
            </Button>
            <Button small onClick={() => forSelected(change(choices, selected, { fate: 'out_of_scope' }))}>
              {t('None of our topics')}
            </Button>
            <Button small onClick={() => forSelected(change(choices, selected, { fate: 'dropped' }))}>
              {t('Leave out')}
            </Button>
            <Button small tone="quiet" onClick={() => setSelected(new Set())}>
              {t('Clear')}
            </Button>
          </>
        ) : (
          <>
            <div className="relative w-full sm:w-64">
              <Search size={15} className="absolute top-2.5 start-2.5 text-faint" aria-hidden />
              <input
                type="search"
                aria-label={t('Search topics')}
                placeholder={t('Search topics')}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                className={cx(fieldClass, 'ps-8')}
              />
            </div>
            <p className="hidden text-xs text-muted md:block">
              <Key>Enter</Key> {t('next')} · <Key>Alt</Key> <Key>D</Key> {t('leave out')} · <Key>Alt</Key> <Key>O</Key>{' '}
              {t('none of our topics')} · {t('the same title twice merges')}
            </p>
          </>
        )}
      </div>
      <div ref={scroller} className="max-h-136 overflow-y-auto border-t border-line">
        {shown.length === 0 && <p className="p-6 text-center text-compact text-muted">{t('No topic matches.')}</p>}
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }} aria-label={t('Topics of the file')}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const choice = shown[index];
            return (
              choice && (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  aria-setsize={shown.length}
                  aria-posinset={index + 1}
                  className="absolute inset-x-0 top-0 border-b border-line"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <CategoryRow
                    choice={choice}
                    examples={examples.get(choice.name) ?? []}
                    together={rows.get(sameTitle(choice.title)) ?? 0}
                    selected={selected.has(choice.name)}
                    onSelect={() => toggle(choice.name)}
                    onChange={(changed) => onChange(change(choices, new Set([choice.name]), changed))}
                    onMove={(by) => focus(index + by)}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </>
  );
}
