import type { RoutingView } from '#contracts';
import { useState } from 'react';
import { useIntentTable } from '../knowledge/queries.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { languageName } from './languages.js';
import { SkillsDialog } from './skills-dialog.js';
import { t } from '../language/t.js';

type Person = RoutingView['people'][number];

/** What each person can: no language, or no topic, means all of them. */
export function SkillsCard({ view, mayChange }: { view: RoutingView; mayChange: boolean }) {
  const [edited, setEdited] = useState<Person | null>(null);
  const intents = useIntentTable().data?.intents ?? [];
  const titleOf = new Map(intents.map(({ name, title }) => [name, title]));
  const wordsOf = ({ languages, topics }: Person) =>
    [
      languages.length > 0 ? languages.map(languageName).join(', ') : t('all languages'),
      topics.length > 0 ? topics.map((topic) => titleOf.get(topic) ?? topic).join(', ') : t('all topics'),
    ].join(' · ');
  return (
    <Card title={t('Skills')}>
      <ul className="divide-y divide-line">
        {view.people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="truncate text-compact font-medium">
                <bdi>{person.name}</bdi>
                {!person.takesChats && <span className="font-normal text-muted"> · {t('takes no chats')}</span>}
              </p>
              <p className="truncate text-xs text-muted">{wordsOf(person)}</p>
            </div>
            {mayChange && (
              <Button onClick={() => setEdited(person)} aria-label={t('Edit skills of {name}', { name: person.name })}>
                {t('Edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edited && <SkillsDialog person={edited} intents={intents} onClose={() => setEdited(null)} />}
    </Card>
  );
}
