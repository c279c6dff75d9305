import type { RoutingView, Skills } from '#contracts';
import { useState, type FormEvent } from 'react';
import { Sheet } from '../ui/dialog.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { languageOptions } from './languages.js';
import { useSaveSkills } from './queries.js';
import { t } from '../language/t.js';

export function SkillsDialog({
  person,
  intents,
  onClose,
}: {
  person: RoutingView['people'][number];
  intents: readonly { name: string; title: string }[];
  onClose: () => void;
}) {
  const save = useSaveSkills(person.id);
  const [form, setForm] = useState<Skills>({ languages: person.languages, topics: person.topics });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const saved = () => {
      say('good', t('The skills are saved.'));
      onClose();
    };
    save.mutate(form, { onSuccess: saved });
  };
  const topics = intents.map(({ name, title }) => ({ value: name, label: title }));
  return (
    <Sheet open onOpenChange={onClose} title={t('Skills of {name}', { name: person.name })}>
      <form onSubmit={submit} className="space-y-4">
        <p className="text-compact text-muted">{t('Nothing ticked means everything.')}</p>
        <Ticks
          title={t('Languages')}
          options={languageOptions()}
          chosen={form.languages}
          onChange={(languages) => setForm({ ...form, languages })}
        />
        <Ticks
          title={t('Topics')}
          options={topics}
          chosen={form.topics}
          onChange={(chosen) => setForm({ ...form, topics: chosen })}
        />
        <Problem error={save.error} />
        <div className="flex justify-end">
          <SubmitButton pending={save.isPending} doing={t('Saving…')}>
            {t('Save')}
          </SubmitButton>
        </div>
      </form>
    </Sheet>
  );
}

function Ticks({
  title,
  options,
  chosen,
  onChange,
}: {
  title: string;
  options: readonly { value: string; label: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const turn = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <fieldset>
      <legend className="mb-1 text-compact font-medium">{title}</legend>
      <ul className="max-h-44 overflow-y-auto rounded-lg border border-line">
        {options.map(({ value, label }) => (
          <li key={value}>
            <label className="flex cursor-pointer items-center gap-2.5 px-3 py-1.5 text-compact hover:bg-hover">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) => turn(value, event.target.checked)}
              />
              <bdi>{label}</bdi>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
