import { maySetUp } from '../session/roles.js';
import type { BusinessHours } from '#contracts';
import type { FormEvent } from 'react';
import { useConsole } from '../session/console-context.js';
import { Card } from '../ui/card.js';
import { Choice } from '../ui/choice.js';
import { FormFoot } from '../ui/form-foot.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { say } from '../ui/toasts.js';
import { useDraft } from '../ui/use-draft.js';
import { Holidays } from './holidays.js';
import { OpenNow } from './open-now.js';
import { days, problemOf, spansOf, weekdays } from './opening.js';
import { useHours, useSaveHours } from './queries.js';
import { TimeZoneField } from './time-zone-field.js';
import { WeekEditor } from './week-editor.js';
import { t } from '../language/t.js';

export default function HoursSettings() {
  const hours = useHours();
  return (
    <Page
      title={t('Business hours')}
      description={t(
        'When people are there. Outside of them the bot answers as ever, and the chat greets with what the inbox says for it.',
      )}
    >
      <Loaded query={hours} what={t('Business hours')}>
        {(saved) => <HoursForm saved={saved} />}
      </Loaded>
    </Page>
  );
}

/** `byWeek`, since a week without any hours yet is none that goes around the clock. */
function asTyped(hours: BusinessHours) {
  return { hours, byWeek: hours.week.length > 0 };
}

function HoursForm({ saved }: { saved: BusinessHours }) {
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const save = useSaveHours();
  const typed = useDraft(asTyped(saved));
  const { hours, byWeek } = typed.draft;
  const always = hours.week.length === 0;
  const change = (patch: Partial<BusinessHours>) => typed.setDraft({ byWeek, hours: { ...hours, ...patch } });

  const wrong = days.some((_, index) => problemOf(spansOf(hours.week, index + 1)));
  const choose = (chosen: 'always' | 'week') => {
    const week = chosen === 'always' ? [] : saved.week.length > 0 ? saved.week : weekdays('09:00', '17:00');
    typed.setDraft({ byWeek: chosen === 'week', hours: { ...hours, week } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(hours, {
      onSuccess: (now) => {
        typed.setDraft(asTyped(now));
        say('good', t('Business hours are saved.'));
      },
    });
  };

  return (
    <form onSubmit={submit} aria-label={t('Business hours')}>
      <fieldset disabled={!mayChange} className="max-w-3xl space-y-6">
        {!mayChange && <ReadOnlyNote />}
        <Card title={t('Week')} actions={!wrong && <OpenNow hours={hours} />}>
          <div className="space-y-4 p-4">
            <Choice
              label={t('When people are there')}
              value={byWeek ? 'week' : 'always'}
              onChange={choose}
              disabled={!mayChange}
              options={[
                { value: 'always', label: t('Around the clock') },
                { value: 'week', label: t('By the week') },
              ]}
            />
            {byWeek && (
              <>
                <WeekEditor week={hours.week} onChange={(week) => change({ week })} disabled={!mayChange} />
                {always && (
                  <p role="alert" className="text-xs text-bad">
                    {t('No day has hours. Add some, or choose “Around the clock”.')}
                  </p>
                )}
              </>
            )}
            <div className="max-w-72">
              <TimeZoneField
                value={hours.timeZone}
                onChange={(timeZone) => change({ timeZone })}
                disabled={!mayChange}
              />
            </div>
          </div>
        </Card>
        <Card title={t('Holidays')}>
          <Holidays holidays={hours.holidays} onChange={(holidays) => change({ holidays })} disabled={!mayChange} />
        </Card>
        <FormFoot typed={typed} save={save} mayChange={mayChange} ready={!wrong && !(byWeek && always)} />
      </fieldset>
    </form>
  );
}
