import { cx } from '../../ui/cx.js';
import { fieldClass } from '../../ui/field.js';
import type { Choice, Fate } from './choices.js';
import { t } from '../../language/t.js';

/** Alt with a letter, by the key's place: on some keyboards Alt makes another letter of it. */
const fateKeys: Record<string, Fate> = { KeyD: 'dropped', KeyO: 'out_of_scope', KeyI: 'intent' };

/** The title of a topic. Enter and the arrows go to the topics beside it. */
export function TitleField({
  choice,
  about,
  suggestion,
  list,
  onChange,
  onMove,
}: {
  choice: Choice;
  about: string;
  /** Taken by Enter where nothing is typed. */
  suggestion?: string;
  /** The id of a datalist with titles already given. */
  list?: string;
  onChange: (changed: Partial<Choice>) => void;
  onMove: (by: 1 | -1) => void;
}) {
  return (
    <input
      data-title-of={choice.name}
      aria-label={about}
      value={choice.title}
      maxLength={100}
      list={list}
      dir="auto"
      placeholder={suggestion || t('Title of the intent')}
      readOnly={choice.fate !== 'intent'} // not disabled: Alt+I must bring it back
      onChange={(event) => onChange({ title: event.target.value })}
      onKeyDown={(event) => {
        const fate = event.altKey ? fateKeys[event.code] : undefined;
        if (fate) {
          event.preventDefault();
          onChange({ fate });
          if (fate !== 'intent') onMove(1);
        } else if (event.key === 'Enter') {
          event.preventDefault();
          if (choice.title === '' && suggestion && choice.fate === 'intent') onChange({ title: suggestion });
          onMove(1);
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          if (list && choice.title !== '') return; // the browser's list of titles is open
          event.preventDefault();
          onMove(event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
      className={cx(fieldClass, 'text-compact', choice.fate !== 'intent' && 'bg-hover text-muted line-through')}
    />
  );
}
