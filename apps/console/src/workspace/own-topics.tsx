import type { TopicSettings } from '#contracts';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Toggle } from '../ui/toggle.js';
import { wordsOf } from './topic-words.js';
import { t } from '../language/t.js';

type OwnTopic = TopicSettings['own'][number];

const [mostTopics, mostWords, longest] = [50, 100, 60];

/** Topics that this shop alone has, each by its words. */
export function OwnTopics({
  own,
  onChange,
  disabled,
}: {
  own: OwnTopic[];
  onChange: (own: OwnTopic[]) => void;
  disabled: boolean;
}) {
  return (
    <div>
      {own.length === 0 ? (
        <p className="p-4 text-compact text-muted">
          {t('None yet. For what only your shop has: a recalled product, an accident that was in the news.')}
        </p>
      ) : (
        <ul aria-label={t('Your own topics')} className="divide-y divide-line">
          {own.map((topic, index) => (
            <li key={topic.name} className="flex items-start gap-3 py-3 pr-2 pl-4">
              <div className="min-w-0 flex-1">
                <Toggle
                  label={topic.name}
                  explanation={topic.words.join(' · ')}
                  checked={topic.enabled}
                  onChange={(enabled) => onChange(own.with(index, { ...topic, enabled }))}
                />
              </div>
              {!disabled && (
                <IconButton
                  label={t('Remove {name}', { name: topic.name })}
                  onClick={() => onChange(own.toSpliced(index, 1))}
                >
                  <X size={15} aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && own.length < mostTopics && <NewTopic known={own} onAdd={(topic) => onChange([...own, topic])} />}
    </div>
  );
}

function NewTopic({ known, onAdd }: { known: OwnTopic[]; onAdd: (topic: OwnTopic) => void }) {
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const words = wordsOf(typed);
  const taken = known.some((topic) => topic.name.toLowerCase() === name.trim().toLowerCase());
  const tooLong = words.find((word) => word.length > longest);
  const wordsError = tooLong
    ? t('“{word}…” has more than {longest} characters.', { word: tooLong.slice(0, 20), longest })
    : words.length > mostWords
      ? t('At most {mostWords} words or phrases.', { mostWords })
      : null;
  const add = () => {
    onAdd({ name: name.trim(), words, enabled: true });
    setName('');
    setTyped('');
  };
  return (
    <div className="grid items-start gap-3 border-t border-line p-4 sm:grid-cols-[11rem_1fr_auto]">
      <FieldRow label={t('Name')} error={taken ? t('It is in the list.') : null} htmlFor="topic-name">
        <input
          id="topic-name"
          maxLength={longest}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={fieldClass}
        />
      </FieldRow>
      <FieldRow
        label={t('Words or phrases')}
        hint={t('One a line. Any of them is enough, as whole words, in capitals or not.')}
        error={wordsError}
        htmlFor="topic-words"
      >
        <textarea
          id="topic-words"
          rows={3}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={`${fieldClass} h-auto py-2`}
        />
      </FieldRow>
      <Button
        onClick={add}
        disabled={!name.trim() || taken || words.length === 0 || wordsError !== null}
        className="h-9 sm:mt-6"
      >
        <Plus size={15} aria-hidden /> {t('Add')}
      </Button>
    </div>
  );
}
