import type { IntentView, RankedIntent } from '#contracts';
import { CircleSlash, Search, Tag } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { cx } from '../ui/cx.js';
import { likelihood } from '../ui/format.js';
import { searchIntents, titleOf } from './intents.js';

export interface Label {
  intent: string | null;
  outOfScope: boolean;
}

interface Option extends Label {
  title: string;
  about: string;
  confidence: number | null;
}

/** Predicted intents first, then all others by name; out of scope and no label stay in reach whatever is typed. */
function optionsOf(intents: IntentView[], candidates: RankedIntent[], query: string): Option[] {
  const predicted = new Map(candidates.map(({ intent, confidence }) => [intent, confidence]));
  const found = searchIntents(intents, query).map(({ name, title, description }) => ({
    intent: name,
    outOfScope: false,
    title,
    about: description,
    confidence: predicted.get(name) ?? null,
  }));
  found.sort((a, b) => (b.confidence ?? -1) - (a.confidence ?? -1) || a.title.localeCompare(b.title));
  return [
    ...found,
    {
      intent: null,
      outOfScope: true,
      title: 'Out of scope',
      about: 'Nothing that the bot should know',
      confidence: null,
    },
    { intent: null, outOfScope: false, title: 'No label', about: 'Close it, the bot learns nothing', confidence: null },
  ];
}

export function ResolvePicker({
  intents,
  failed,
  candidates,
  onPick,
}: {
  intents: IntentView[] | undefined;
  failed: boolean;
  candidates: RankedIntent[];
  onPick: (label: Label) => void;
}) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const known =
    intents ??
    candidates.map(({ intent }) => ({
      name: intent,
      title: titleOf(intents, intent),
      description: '',
      automate: true,
    }));
  const options = optionsOf(known, candidates, query);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      const next = (active + move + options.length) % options.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'center' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active];
      if (option) onPick(option);
    }
  };

  const row = (option: Option, index: number) => (
    <div
      key={option.intent ?? String(option.outOfScope)}
      id={`${id}-${index}`}
      role="option"
      aria-selected={index === active}
      onClick={() => onPick(option)}
      onMouseMove={() => setActive(index)}
      className={cx(
        'flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5',
        index === active && 'bg-hover',
      )}
    >
      {option.intent === null && <OtherIcon outOfScope={option.outOfScope} />}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{option.title}</span>
        {option.about && <span className="block truncate text-xs text-muted">{option.about}</span>}
      </span>
      {option.confidence !== null && (
        <span className="figures text-xs font-medium text-accent-ink">{likelihood(option.confidence)}</span>
      )}
    </div>
  );

  return (
    <div>
      <div className="relative mb-1.5">
        <Search size={15} className="absolute top-2.5 left-2.5 text-faint" aria-hidden />
        <input
          role="combobox"
          aria-label="Search intents"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={`${id}-${active}`}
          aria-autocomplete="list"
          autoFocus
          value={query}
          placeholder="What was it about?"
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-lg border border-edge bg-surface pr-2 pl-8 text-compact placeholder:text-faint"
        />
      </div>
      {failed && (
        <p className="px-2 pb-1.5 text-xs text-warn">
          The list of intents could not be loaded; the predicted ones are shown.
        </p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label="Intents" className="max-h-92 overflow-y-auto">
        {options.slice(0, -2).map(row)}
        {options.length === 2 && <p className="px-2.5 py-3 text-muted">No intent matches.</p>}
        <div role="presentation" className="sticky bottom-0 mt-1.5 border-t border-line bg-surface pt-1.5">
          {options.slice(-2).map((option, index) => row(option, options.length - 2 + index))}
        </div>
      </div>
    </div>
  );
}

function OtherIcon({ outOfScope }: { outOfScope: boolean }) {
  const Icon = outOfScope ? CircleSlash : Tag;
  return <Icon size={15} className="shrink-0 text-muted" aria-hidden />;
}
