import type { BusinessHours } from '#contracts';
import type { FormEvent } from 'react';
import { Link } from 'react-router';
import { Card } from '../ui/card.js';
import { Choice } from '../ui/choice.js';
import { FormFoot } from '../ui/form-foot.js';
import { Loaded } from '../ui/loaded.js';
import { say } from '../ui/toasts.js';
import { useDraft } from '../ui/use-draft.js';
import { OpenNow } from './open-now.js';
import { asWeekdays, problemOf, weekdays } from './opening.js';
import { useHours, useSaveHours } from './queries.js';
import { SpanFields } from './span-fields.js';
import { TimeZoneField } from './time-zone-field.js';
import { t } from '../language/t.js';

/** Business hours for a start: around the clock, or the same from Monday to Friday. The settings have the rest. */
export function ShortHours() {
  const hours = useHours();
  return (
    <Card title={t('Business hours')} actions={hours.data && <OpenNow hours={hours.data} />}>
      <div className="space-y-4 p-4">
        <Loaded query={hours} what={t('Business hours')}>
          {(saved) => <ShortForm saved={saved} />}
        </Loaded>
        <Link
          to="/settings/hours"
          className="inline-block text-compact font-medium text-accent underline-offset-2 hover:underline"
        >
          {t('Other days, pauses and holidays')}
        </Link>
      </div>
    </Card>
  );
}

type Way = 'always' | 'weekdays' | 'own';

function asTyped({ week, timeZone }: BusinessHours) {
  const short = asWeekdays(week);
  const way: Way = week.length === 0 ? 'always' : short ? 'weekdays' : 'own';
  return { way, times: short ?? { from: '09:00', to: '17:00' }, timeZone };
}

function ShortForm({ saved }: { saved: BusinessHours }) {
  const save = useSaveHours();
  const typed = useDraft(asTyped(saved));
  const { way, times, timeZone } = typed.draft;
  const change = (patch: Partial<typeof typed.draft>) => typed.setDraft({ ...typed.draft, ...patch });

  const week = { always: [], weekdays: weekdays(times.from, times.to), own: saved.week }[way];
  const problem = way === 'weekdays' ? problemOf([{ day: 1, ...times }]) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { ...saved, week, timeZone },
      {
        onSuccess: (now) => {
          typed.setDraft(asTyped(now));
          say('good', t('Business hours are saved.'));
        },
      },
    );
  };
  return (
    <form onSubmit={submit} aria-label={t('Business hours')} className="space-y-4">
      <Choice<Way>
        label={t('When people are there')}
        value={way}
        onChange={(chosen) => change({ way: chosen })}
        options={[
          { value: 'always', label: t('Around the clock') },
          { value: 'weekdays', label: t('Monday to Friday') },
          ...(asTyped(saved).way === 'own' ? [{ value: 'own' as const, label: t('As in the settings') }] : []),
        ]}
      />
      {way === 'weekdays' && (
        <div className="flex items-center gap-1.5 pl-6.5">
          <SpanFields label={t('Monday to Friday')} {...times} onChange={(changed) => change({ times: changed })} />
        </div>
      )}
      {problem && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
      <TimeZoneField value={timeZone} onChange={(zone) => change({ timeZone: zone })} />
      <FormFoot typed={typed} save={save} mayChange ready={problem === null} action={t('Save hours')} />
    </form>
  );
}
