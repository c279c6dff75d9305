import { type RoutingSettings, type RoutingView } from '#contracts';
import type { FormEvent } from 'react';
import { Card } from '../ui/card.js';
import { Choice } from '../ui/choice.js';
import { NumberField } from '../ui/number-field.js';
import { FormFoot } from '../ui/form-foot.js';
import { say } from '../ui/toasts.js';
import { useDraft } from '../ui/use-draft.js';
import { policies } from './policy-words.js';
import { useSaveRouting } from './queries.js';
import { RulesTable } from './rules-table.js';
import { t } from '../language/t.js';

function settingsOf({ policy, stickyMinutes, rules }: RoutingView): RoutingSettings {
  return { policy, stickyMinutes, rules };
}

/** Which team gets what, and how everybody else is asked. */
export function RoutingForm({ view, mayChange }: { view: RoutingView; mayChange: boolean }) {
  const save = useSaveRouting();
  const typed = useDraft(settingsOf(view));
  const { draft: form, setDraft: setForm } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form, {
      onSuccess: (now) => {
        setForm(settingsOf(now));
        say('good', t('The rules are saved.'));
      },
    });
  };
  return (
    <form onSubmit={submit} aria-label={t('Rules')}>
      <fieldset disabled={!mayChange} className="space-y-6">
        <Card title={t('Which team gets what')}>
          <RulesTable
            rules={form.rules}
            teams={view.teams}
            disabled={!mayChange}
            onChange={(rules) => setForm({ ...form, rules })}
          />
        </Card>
        <Card title={t('Without a team')}>
          <div className="space-y-4 p-4">
            <Choice
              label={t('Who is asked')}
              value={form.policy}
              onChange={(policy) => setForm({ ...form, policy })}
              options={policies}
              disabled={!mayChange}
            />
            <NumberField
              label={t('Back to the same agent, minutes')}
              hint={t(
                'A customer who writes again so soon after an agent closed it gets that agent, not the bot. 0: never.',
              )}
              min={0}
              max={10_080}
              value={form.stickyMinutes}
              onChange={(stickyMinutes) => setForm({ ...form, stickyMinutes })}
            />
          </div>
        </Card>
        <FormFoot typed={typed} save={save} mayChange={mayChange} />
      </fieldset>
    </form>
  );
}
