import type { ImportCategories } from '#contracts';
import { useId, useRef } from 'react';
import { cx } from '../../ui/cx.js';
import { readable } from '../../ui/format.js';
import { Key } from '../../ui/hint.js';
import { becomesIntent, change, rowsByIntent, sameTitle, type Choice } from './choices.js';
import { FateSelect } from './fate-select.js';
import { TitleField } from './title-field.js';
import { t } from '../../language/t.js';

/** Groups of similar messages with examples, to be named one after the other without a click. */
export function ClusterCards({
  offered,
  choices,
  onChange,
}: {
  offered: ImportCategories;
  choices: Choice[];
  onChange: (choices: Choice[]) => void;
}) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const rows = rowsByIntent(choices);
  const titles = [...new Set(choices.filter(becomesIntent).map(({ title }) => title.trim()))].sort();
  const focus = (index: number) => {
    const next = choices[index];
    if (!next) return;
    const field = list.current?.querySelector<HTMLInputElement>(`[data-title-of="${CSS.escape(next.name)}"]`);
    field?.focus();
    field?.select();
    field?.closest('li')?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  return (
    <>
      <p className="border-b border-line px-4 py-3 text-compact text-muted">
        {t('Each group holds messages that mean much the same. What would you call it?')} <Key>Enter</Key>{' '}
        {t('takes the suggestion and goes on')} · <Key>Alt</Key> <Key>D</Key> {t('leave out')} · <Key>Alt</Key>{' '}
        <Key>O</Key> {t('none of our topics')}. {t('Two groups of the same title become one intent.')}
        {offered.unclustered > 0 &&
          ` ${t('{count} messages are in no group and are left out.', { count: offered.unclustered })}`}
      </p>
      <datalist id={id}>
        {titles.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      <ol ref={list} aria-label={t('Groups of messages')} className="divide-y divide-line">
        {choices.map((choice, index) => {
          const category = offered.categories[index];
          const together = becomesIntent(choice) ? (rows.get(sameTitle(choice.title)) ?? 0) : 0;
          return (
            <li
              key={choice.name}
              className={cx(
                'grid gap-x-6 gap-y-3 p-4 md:grid-cols-[20rem_minmax(0,1fr)]',
                choice.fate !== 'intent' && 'opacity-70',
              )}
            >
              <div className="space-y-2">
                <p className="figures flex items-baseline justify-between text-xs text-muted">
                  <span>{t('Group {index}', { index: index + 1 })}</span>
                  <span>
                    {t('{count} messages', { count: choice.n })}
                    {together > choice.n && (
                      <span className="text-accent-ink"> · {t('merged, {together}', { together })}</span>
                    )}
                  </span>
                </p>
                <TitleField
                  choice={choice}
                  about={t('Title of group {index}', { index: index + 1 })}
                  suggestion={readable(category?.suggestedTitle ?? '')}
                  list={id}
                  onChange={(changed) => onChange(change(choices, new Set([choice.name]), changed))}
                  onMove={(by) => focus(index + by)}
                />
                <FateSelect
                  choice={choice}
                  onChange={(fate) => onChange(change(choices, new Set([choice.name]), { fate }))}
                />
              </div>
              <ul className="space-y-1.5 text-compact">
                {category?.examples.slice(0, 5).map((text, place) => (
                  <li key={place} dir="auto" className="line-clamp-2 rounded-lg bg-sunken px-3 py-1.5 wrap-anywhere">
                    {text}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </>
  );
}
