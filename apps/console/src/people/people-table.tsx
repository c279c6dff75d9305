import type { PersonView } from '#contracts';
import { useState } from 'react';
import { useConsole } from '../session/console-context.js';
import { Avatar } from '../ui/avatar.js';
import { Badge } from '../ui/badge.js';
import { cx } from '../ui/cx.js';
import { ago, fullTime } from '../ui/format.js';
import { Hint } from '../ui/hint.js';
import { useNow } from '../ui/use-now.js';
import { PersonDialogs, type PersonAct } from './person-dialogs.js';
import { PersonMenu } from './person-menu.js';
import { mayChange } from './rules.js';
import { roleWords } from './words.js';
import { t } from '../language/t.js';

const cell = 'px-3 py-2.5 first:ps-4 last:pe-4';
/** A phone has no room for these columns; the person's own dialog tells them too. */
const extra = 'hidden sm:table-cell';

export function PeopleTable({ people }: { people: PersonView[] }) {
  const me = useConsole((state) => state.me);
  const [chosen, setChosen] = useState<{ act: PersonAct; person: PersonView } | null>(null);
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-compact">
        <thead>
          <tr className="border-b border-line text-start text-xs text-muted">
            <th scope="col" className={cx(cell, 'font-medium')}>
              {t('Name')}
            </th>
            <th scope="col" className={cx(cell, 'font-medium')}>
              {t('Role')}
            </th>
            <th scope="col" className={cx(cell, extra, 'text-end font-medium')}>
              {t('Capacity')}
            </th>
            <th scope="col" className={cx(cell, extra, 'font-medium')}>
              {t('Seen')}
            </th>
            <th scope="col" className={cell}>
              <span className="sr-only">{t('Actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" className={cx(cell, 'w-full max-w-0 text-start font-normal')}>
                <span className={cx('flex items-center gap-3', person.disabledAt && 'opacity-60')}>
                  <Avatar name={person.name} />
                  <span className="min-w-0">
                    <span className="flex items-center gap-2 font-medium">
                      <span className="truncate">{person.name}</span>
                      {person.id === me.id && <Badge>{t('You')}</Badge>}
                      {person.disabledAt && <Badge tone="bad">{t('Disabled')}</Badge>}
                    </span>
                    <span className="block truncate text-xs text-muted" title={person.email}>
                      {person.email}
                    </span>
                  </span>
                </span>
              </th>
              <td className={cell}>{roleWords[person.role].title}</td>
              <td className={cx(cell, extra, 'figures text-end')}>{person.capacity}</td>
              <td className={cx(cell, extra, 'figures whitespace-nowrap text-muted')}>
                <Seen at={person.seenAt} />
              </td>
              <td className={cx(cell, 'text-end')}>
                {mayChange(me, person) && (
                  <PersonMenu me={me} person={person} onChoose={(act) => setChosen({ act, person })} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <PersonDialogs me={me} {...chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}

function Seen({ at }: { at: string | null }) {
  const now = useNow();
  if (!at) return t('Not here');
  return (
    <Hint text={fullTime(at)}>
      <time dateTime={at} tabIndex={0} className="rounded">
        {now - Date.parse(at) < 60_000 ? t('Here now') : ago(at, now)}
      </time>
    </Hint>
  );
}
