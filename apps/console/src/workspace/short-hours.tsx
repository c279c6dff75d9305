import type { BusinessHours } from '#contracts';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { Card } from '../ui/card.js';
import { Choice } from '../ui/choice.js';
import { Loaded } from '../ui/loaded.js';
import { Problem } from '../ui/problem.js';
import { SubmitButton } from '../ui/submit-button.js';
import { say } from '../ui/toasts.js';
import { OpenNow } from './open-now.js';
import { asWeekdays, problemOf, weekdays } from './opening.js';
import { useHours, useSaveHours } from './queries.js';
import { SpanFields } from './span-fields.js';
import { TimeZoneField } from './time-zone-field.js';

/** Business hours for a start: around the clock, or the same from Monday to Friday. The settings have the rest. */
export function ShortHours() {
  const hours = useHours();
  return (
    <Card title="Business hours" actions={hours.data && <OpenNow hours={hours.data} />}>
      <div className="space-y-4 p-4">
        <Loaded query={hours} what="Business hours">
          {(saved) => <ShortForm key={JSON.stringify(saved)} saved={saved} />}
        </Loaded>
        <Link
          to="/settings/hours"
          className="inline-block text-compact font-medium text-accent underline-offset-2 hover:underline"
        >
          Other days, pauses and holidays
        </Link>
      </div>
    </Card>
  );
}

type Way = 'always' | 'weekdays' | 'own';

function ShortForm({ saved }: { saved: BusinessHours }) {
  const save = useSaveHours();
  const short = asWeekdays(saved.week);
  const way: Way = saved.week.length === 0 ? 'always' : short ? 'weekdays' : 'own';
  const [chosen, setChosen] = useState(way);
  const [times, setTimes] = useState(short ?? { from: '09:00', to: '17:00' });
  const [timeZone, setTimeZone] = useState(saved.timeZone);

  const week = { always: [], weekdays: weekdays(times.from, times.to), own: saved.week }[chosen];
  const problem = chosen === 'weekdays' ? problemOf([{ day: 1, ...times }]) : null;
  const changed = { ...saved, week, timeZone };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(changed, { onSuccess: () => say('good', 'Business hours are saved.') });
  };
  return (
    <form onSubmit={submit} aria-label="Business hours" className="space-y-4">
      <Choice<Way>
        label="When people are there"
        value={chosen}
        onChange={setChosen}
        options={[
          { value: 'always', label: 'Around the clock' },
          { value: 'weekdays', label: 'Monday to Friday' },
          ...(way === 'own' ? [{ value: 'own' as const, label: 'As in the settings' }] : []),
        ]}
      />
      {chosen === 'weekdays' && (
        <div className="flex items-center gap-1.5 pl-6.5">
          <SpanFields label="Monday to Friday" {...times} onChange={setTimes} />
        </div>
      )}
      {problem && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
      <TimeZoneField value={timeZone} onChange={setTimeZone} />
      <Problem error={save.error} />
      <SubmitButton
        pending={save.isPending}
        doing="Saving…"
        disabled={problem !== null || JSON.stringify(changed) === JSON.stringify(saved)}
      >
        Save hours
      </SubmitButton>
    </form>
  );
}
