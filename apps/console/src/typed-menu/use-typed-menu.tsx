import { useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { TypedMenu } from './typed-menu.js';
import { typedQuery, type Trigger } from './typed-query.js';

/** How many are shown at once; typing narrows them. */
const shownAtMost = 8;

/**
 * A list over a text box while something is typed after `trigger`: what to show, what the box has to say to screen readers, and who gets
 * its keys first. `onPick` gets the text before the trigger and after what was typed.
 */
export function useTypedMenu<T extends { id: string }>({
  trigger,
  label,
  text,
  textarea,
  enabled,
  find,
  row,
  nothing,
  foot,
  onPick,
}: {
  trigger: Trigger;
  label: string;
  text: string;
  textarea: RefObject<HTMLTextAreaElement | null>;
  enabled: boolean;
  find: (query: string) => T[];
  row: (entry: T) => ReactNode;
  /** Where none is found. */
  nothing: string;
  foot?: ReactNode;
  onPick: (picked: T, before: string, after: string) => void;
}) {
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosenRow, setChosenRow] = useState({ query: '', index: 0 });
  const typed = enabled ? typedQuery(text, Math.min(caret, text.length), trigger) : null;
  const open = typed !== null && typed.from !== closedAt;
  const found = open ? find(typed.query).slice(0, shownAtMost) : [];
  const query = typed?.query ?? '';
  const active = chosenRow.query === query ? chosenRow.index : 0;
  const setActive = (index: number) => setChosenRow({ query, index });

  const pick = (picked: T) => {
    if (typed) onPick(picked, text.slice(0, typed.from), text.slice(typed.from + 1 + typed.query.length));
  };
  /** True: the key was the menu's. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const chosen = found[active];
    if (event.key === 'Escape') setClosedAt(typed.from);
    else if (event.key === 'ArrowDown' && chosen) setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp' && chosen) setActive((active + found.length - 1) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) pick(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    open,
    onKeyDown,
    onCaret: () => {
      const now = textarea.current?.selectionStart ?? 0;
      setCaret(now);
      if (typedQuery(text, now, trigger) === null) setClosedAt(null);
    },
    menu: open ? (
      <TypedMenu
        id={listId}
        label={label}
        found={found}
        active={active}
        row={row}
        nothing={nothing}
        foot={foot}
        onActive={setActive}
        onPick={(picked) => {
          pick(picked);
          textarea.current?.focus();
        }}
      />
    ) : null,
    field: {
      'aria-autocomplete': 'list',
      'aria-controls': open ? listId : undefined,
      'aria-activedescendant': open && found[active] ? `${listId}-${found[active].id}` : undefined,
    } as const,
  };
}
