import { maySetUp } from '../session/roles.js';
import type { WorkspaceSettings as Settings } from '#contracts';
import type { FormEvent } from 'react';
import { useConsole } from '../session/console-context.js';
import { Card } from '../ui/card.js';
import { fieldClass } from '../ui/field.js';
import { FieldRow } from '../ui/field-row.js';
import { Loaded } from '../ui/loaded.js';
import { NumberField } from '../ui/number-field.js';
import { FormFoot } from '../ui/form-foot.js';
import { Page } from '../ui/page.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { say } from '../ui/toasts.js';
import { useDraft } from '../ui/use-draft.js';
import { Choice } from '../ui/choice.js';
import { CountryField } from './country-field.js';
import { LanguageField } from './language-field.js';
import { NumberPatternField } from './number-pattern-field.js';
import { useSaveWorkspace, useWorkspace } from './queries.js';
import { TimeZoneField } from './time-zone-field.js';
import { t } from '../language/t.js';

export default function WorkspaceSettings() {
  const workspace = useWorkspace();
  return (
    <Page title={t('General')} description={t('What holds for the whole workspace. Every change is live at once.')}>
      <Loaded query={workspace} what={t('The settings')}>
        {(settings) => <WorkspaceForm settings={settings} />}
      </Loaded>
    </Page>
  );
}

function WorkspaceForm({ settings }: { settings: Settings }) {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const save = useSaveWorkspace();
  const typed = useDraft(settings);
  const { draft: form, setDraft: setForm } = typed;
  const change = (patch: Partial<Settings>) => setForm({ ...form, ...patch });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form, {
      onSuccess: (saved) => {
        setForm(saved);
        say('good', t('The settings are saved.'));
      },
    });
  };
  return (
    <form onSubmit={submit} aria-label={t('General settings')}>
      <fieldset disabled={!mayChange} className="max-w-3xl space-y-6">
        {!mayChange && <ReadOnlyNote />}
        <Card title={t('The shop')}>
          <div className="grid gap-4 p-4 sm:grid-cols-2">
            <div className="sm:col-span-2">
              <FieldRow
                label={t('Name')}
                hint={t('Colleagues see it in the console and in invitations.')}
                htmlFor="name"
              >
                <input
                  id="name"
                  required
                  maxLength={100}
                  value={form.name}
                  onChange={(event) => change({ name: event.target.value })}
                  className={fieldClass}
                />
              </FieldRow>
            </div>
            <LanguageField value={form.locale} onChange={(locale) => change({ locale })} disabled={!mayChange} />
            <TimeZoneField
              value={form.timeZone}
              onChange={(timeZone) => change({ timeZone })}
              disabled={!mayChange}
              hint={t('Where the shop is. Business hours have their own.')}
            />
            <CountryField value={form.country} onChange={(country) => change({ country })} disabled={!mayChange} />
          </div>
        </Card>
        <Card title={t('Messages in a language without approved answers')}>
          <div className="p-4">
            <Choice
              label={t('A message in a language without approved answers')}
              value={form.otherLanguages}
              onChange={(otherLanguages) => change({ otherLanguages })}
              disabled={!mayChange}
              options={[
                { value: 'people', label: t('Go to people') },
                { value: 'answer', label: t('Are answered in the shop’s language, with a sentence that says so') },
              ]}
            />
          </div>
        </Card>
        <Card title={t('Numbers that customers write')}>
          <div className="space-y-4 p-4">
            <p className="text-compact text-muted">
              {t('So that the bot finds an order number in a message, and masks numbers before anything is kept.')}{' '}
              {t('# is a digit, A a letter, * either; commas separate several.')}
            </p>
            <div className="grid gap-4 sm:grid-cols-2">
              <NumberPatternField
                label={t('Order number')}
                placeholder="FH-#####"
                empty={t('Empty: the usual shapes of order numbers.')}
                value={form.orderNumberPattern}
                onChange={(orderNumberPattern) => change({ orderNumberPattern })}
              />
              <NumberPatternField
                label={t('Customer number')}
                placeholder="C######"
                empty={t('Empty: the shop has none.')}
                value={form.customerNumberPattern}
                onChange={(customerNumberPattern) => change({ customerNumberPattern })}
              />
            </div>
          </div>
        </Card>
        <Card title={t('Waiting')}>
          <div className="grid gap-4 p-4 sm:grid-cols-2">
            <NumberField
              label={t('An offer waits, seconds')}
              hint={t('Then the conversation is offered to the next colleague.')}
              min={5}
              max={600}
              value={form.offerSeconds}
              onChange={(offerSeconds) => change({ offerSeconds })}
            />
            <NumberField
              label={t('The bot waits, minutes')}
              hint={t('Nothing more has come for so long: it takes the matter as answered.')}
              min={1}
              max={10_080}
              value={form.quietMinutes}
              onChange={(quietMinutes) => change({ quietMinutes })}
            />
          </div>
        </Card>
        <FormFoot typed={typed} save={save} mayChange={mayChange} />
      </fieldset>
    </form>
  );
}
