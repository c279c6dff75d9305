import type { SlaPolicy } from '#contracts';
import type { FormEvent } from 'react';
import { useConsole } from '../session/console-context.js';
import { maySetUp } from '../session/roles.js';
import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { NumberField } from '../ui/number-field.js';
import { FormFoot } from '../ui/form-foot.js';
import { Page } from '../ui/page.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { useDraft } from '../ui/use-draft.js';
import { useSaveSlaPolicy, useSlaPolicy } from './queries.js';
import { t } from '../language/t.js';

export default function PromisesSettingsPage() {
  const policy = useSlaPolicy();
  return (
    <Page
      title={t('Promises')}
      description={t(
        'How soon customers hear from a person. Agents are warned before a promise is broken; a change holds for what comes from then on.',
      )}
    >
      <Loaded query={policy} what={t('The promises')}>
        {(saved) => <PromisesForm saved={saved} />}
      </Loaded>
    </Page>
  );
}

const mostMinutes = 43_200;

/** Minutes that a promise begins with when it is switched on. */
const promises = [
  {
    key: 'firstResponseSeconds',
    title: t('First reply'),
    about: t('From the hand-over to a person’s first reply'),
    minutes: 10,
  },
  {
    key: 'nextResponseSeconds',
    title: t('Every next reply'),
    about: t('From what the customer wrote to a person’s answer'),
    minutes: 30,
  },
  { key: 'resolutionSeconds', title: t('Closing'), about: t('From the hand-over to the closing'), minutes: 480 },
] as const;

function PromisesForm({ saved }: { saved: SlaPolicy }) {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const save = useSaveSlaPolicy();
  const typed = useDraft(saved);
  const { draft: form, setDraft: setForm } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form, { onSuccess: () => say('good', t('The promises are saved.')) });
  };
  return (
    <form onSubmit={submit} aria-label={t('Promises')}>
      <fieldset disabled={!mayChange} className="max-w-3xl space-y-6">
        {!mayChange && <ReadOnlyNote />}
        <Card title={t('Times')}>
          <ul className="divide-y divide-line">
            {promises.map(({ key, title, about, minutes }) => (
              <li key={key} className="space-y-3 px-4 py-3">
                <Toggle
                  label={title}
                  explanation={about}
                  checked={form[key] !== null}
                  onChange={(on) => setForm({ ...form, [key]: on ? minutes * 60 : null })}
                />
                {form[key] !== null && (
                  <NumberField
                    label={t('{title}, minutes', { title })}
                    hint={t('At most {most}: 30 days.', { most: mostMinutes })}
                    min={1}
                    max={mostMinutes}
                    value={form[key] / 60}
                    onChange={(value) => setForm({ ...form, [key]: value * 60 })}
                  />
                )}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('How they count')}>
          <div className="space-y-4 p-4">
            <Toggle
              label={t('Business hours only')}
              explanation={t('Time outside your business hours does not count.')}
              checked={form.businessHoursOnly}
              onChange={(businessHoursOnly) => setForm({ ...form, businessHoursOnly })}
            />
            <NumberField
              label={t('Warn after, percent of the time')}
              hint={t('At 80, somebody with ten minutes is warned after eight.')}
              min={10}
              max={95}
              value={Math.round(form.warnFraction * 100)}
              onChange={(percent) => setForm({ ...form, warnFraction: percent / 100 })}
            />
          </div>
        </Card>
        <FormFoot typed={typed} save={save} mayChange={mayChange} />
      </fieldset>
    </form>
  );
}
