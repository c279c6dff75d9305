import type { ClosingRequest } from '#contracts';
import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useIntents } from '../conversation/intents.js';
import { cx } from '../ui/cx.js';
import { Key } from '../ui/hint.js';
import { choicesFor } from './choices.js';
import type { Said } from './labels.js';
import { t } from '../language/t.js';

/** What a request is about: one key picks a guess, typing finds any other topic. Nothing is picked by Enter alone. */
export function ChoiceList({ request, onPick }: { request: ClosingRequest; onPick: (said: Said) => void }) {
  const id = useId();
  const intents = useIntents();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(-1);
  const choices = choicesFor(request, intents.data, query);
  const pick = (choice: Said | undefined) => {
    if (choice) onPick({ intent: choice.intent, outOfScope: choice.outOfScope });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const byKey = query === '' ? choices.find(({ key }) => key === event.key) : undefined;
    if (move) {
      const next = active < 0 && move < 0 ? choices.length - 1 : (active + move + choices.length) % choices.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') pick(choices[active]);
    else if (byKey && !event.ctrlKey && !event.metaKey) pick(byKey);
    else return;
    event.preventDefault();
  };

  return (
    <div>
      <ul id={`${id}-list`} role="listbox" aria-label={t('What it is about')} className="max-h-80 overflow-y-auto">
        {choices.map((choice, index) => (
          <li
            key={choice.intent ?? String(choice.outOfScope)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-keyshortcuts={choice.key ?? undefined}
            onClick={() => pick(choice)}
            onMouseMove={() => setActive(index)}
            className={cx(
              'flex cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1.5',
              index === active && 'bg-hover',
              choice.intent === null && 'text-muted',
            )}
          >
            <span className="w-5 shrink-0">{choice.key && <Key>{choice.key}</Key>}</span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{choice.title}</span>
              {choice.about && <span className="block truncate text-xs text-muted">{choice.about}</span>}
            </span>
          </li>
        ))}
      </ul>
      <div className="relative mt-1.5">
        <Search size={15} className="absolute top-2.5 start-2.5 text-faint" aria-hidden />
        <input
          role="combobox"
          aria-label={t('Another topic')}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          aria-autocomplete="list"
          autoFocus={!matchMedia('(pointer: coarse)').matches}
          value={query}
          placeholder={t('Another topic: type its name')}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(event.target.value === '' ? -1 : 0);
          }}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-lg border border-edge bg-surface ps-8 pe-2 text-compact placeholder:text-faint"
        />
      </div>
      {intents.isError && (
        <p role="alert" className="px-2 pt-1.5 text-xs text-warn">
          {t('The list of topics could not be loaded, so only the bot’s guesses are shown.')}
        </p>
      )}
    </div>
  );
}
