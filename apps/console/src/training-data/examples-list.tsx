import type { ExampleView, IntentRow } from '#contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { ExampleRow } from './example-row.js';
import { useUndoableDelete } from './use-undoable-delete.js';
import { t } from '../language/t.js';

const rowHeight = 53;

/** Thousands of rows, of which those in sight are drawn; the next page is fetched before its end is reached. */
export function ExamplesList({
  examples,
  total,
  intents,
  mayChange,
  onMore,
}: {
  examples: ExampleView[];
  total: number;
  intents: IntentRow[];
  mayChange: boolean;
  /** Null: there is no more, or it is on its way. */
  onMore: (() => void) | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const deletion = useUndoableDelete();
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here and not handed on
  const virtualizer = useVirtualizer({
    count: examples.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => examples[index]?.id ?? index,
    overscan: 10,
  });
  const visible = virtualizer.getVirtualItems();
  const nearEnd = (visible.at(-1)?.index ?? 0) >= examples.length - 15;
  useEffect(() => {
    if (nearEnd) onMore?.();
  }, [nearEnd, onMore]);

  return (
    <div ref={scroller} className="h-[calc(100dvh-16rem)] @container min-h-96 overflow-y-auto">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }} aria-label={t('Training data')}>
        {visible.map(({ index, start, key }) => {
          const example = examples[index];
          return (
            example && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={total}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 border-b border-line"
                style={{ transform: `translateY(${start}px)` }}
              >
                <ExampleRow
                  example={example}
                  intents={intents}
                  mayChange={mayChange}
                  going={deletion.going.has(example.id)}
                  onRemove={() => deletion.remove(example.id)}
                  onUndo={() => deletion.undo(example.id)}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
