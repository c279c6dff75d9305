import { sensitiveTopic, type SensitiveTopic, type TopicSettings, type TopicSettingsView } from '#contracts';
import type { FormEvent } from 'react';
import { useConsole } from '../session/console-context.js';
import { maySetUp } from '../session/roles.js';
import { Card } from '../ui/card.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Loaded } from '../ui/loaded.js';
import { FormFoot } from '../ui/form-foot.js';
import { Page } from '../ui/page.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { say } from '../ui/toasts.js';
import { Toggle } from '../ui/toggle.js';
import { useDraft } from '../ui/use-draft.js';
import { OwnTopics } from './own-topics.js';
import { useSaveTopics, useTopics } from './queries.js';
import { topicWords } from './topic-words.js';
import { t } from '../language/t.js';

export default function TopicSettingsPage() {
  const topics = useTopics();
  return (
    <Page
      title={t('Sensitive topics')}
      description={t(
        'What the bot never answers: such messages go to people, first in the waiting line, with words that fit.',
      )}
    >
      <Loaded query={topics} what={t('The topics')}>
        {(saved) => <TopicsForm saved={saved} />}
      </Loaded>
    </Page>
  );
}

function withoutDefaults({ disabled, own, helpLine }: TopicSettingsView): TopicSettings {
  return { disabled, own, helpLine };
}

function TopicsForm({ saved }: { saved: TopicSettingsView }) {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const save = useSaveTopics();
  const typed = useDraft(withoutDefaults(saved));
  const { draft: form, setDraft: setForm } = typed;
  const change = (patch: Partial<TopicSettings>) => setForm({ ...form, ...patch });
  const turn = (topic: SensitiveTopic, on: boolean) =>
    change({ disabled: sensitiveTopic.options.filter((one) => (one === topic ? !on : form.disabled.includes(one))) });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form, {
      onSuccess: (now) => {
        setForm(withoutDefaults(now));
        say('good', t('The topics are saved.'));
      },
    });
  };
  return (
    <form onSubmit={submit} aria-label={t('Sensitive topics')}>
      <fieldset disabled={!mayChange} className="max-w-3xl space-y-6">
        {!mayChange && <ReadOnlyNote />}
        <Card title={t('Always for people')}>
          <ul className="divide-y divide-line">
            {sensitiveTopic.options.map((topic) => (
              <li key={topic} className="px-4 py-3">
                <Toggle
                  label={topicWords[topic].title}
                  explanation={topicWords[topic].about}
                  checked={!form.disabled.includes(topic)}
                  onChange={(on) => turn(topic, on)}
                />
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('Your own topics')}>
          <OwnTopics own={form.own} onChange={(own) => change({ own })} disabled={!mayChange} />
        </Card>
        <Card title={t('Help line')}>
          <div className="p-4">
            <FieldRow
              label={t('Said to a customer who writes of self-harm')}
              hint={t('Empty: the help line of your country, as shown. The country is set under General.')}
              htmlFor="help-line"
            >
              <textarea
                id="help-line"
                rows={3}
                maxLength={500}
                placeholder={saved.countryHelpLine}
                value={form.helpLine}
                onChange={(event) => change({ helpLine: event.target.value })}
                className={`${fieldClass} h-auto py-2`}
              />
            </FieldRow>
          </div>
        </Card>
        <FormFoot typed={typed} save={save} mayChange={mayChange} />
      </fieldset>
    </form>
  );
}
