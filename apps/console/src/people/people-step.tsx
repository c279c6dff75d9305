import { ShortHours } from '../workspace/short-hours.js';
import { Avatar } from '../ui/avatar.js';
import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { InvitationsTable } from './invitations-table.js';
import { InviteForm } from './invite-form.js';
import { usePeople } from './queries.js';
import { roleWords } from './words.js';
import { t } from '../language/t.js';

export default function PeopleStep() {
  const people = usePeople();
  return (
    <Page
      title={t('Who is there when the bot does not know?')}
      description={t(
        'What the bot cannot answer goes to people. Invite them, and say when they are there. Alone is fine too: go on, and come back later.',
      )}
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Card title={t('Invite a colleague')}>
            <div className="p-4">
              <InviteForm />
            </div>
          </Card>
          <ShortHours />
        </div>
        <Loaded query={people} what={t('The people')}>
          {(list) => (
            <div className="space-y-6">
              {list.invitations.length > 0 && (
                <Card title={t('Invited')}>
                  <InvitationsTable invitations={list.invitations} />
                </Card>
              )}
              <Card title={t('Colleagues')}>
                <ul className="divide-y divide-line">
                  {list.people
                    .filter((person) => !person.disabledAt)
                    .map(({ id, name, email, role }) => (
                      <li key={id} className="flex items-center gap-3 px-4 py-2.5 text-compact">
                        <Avatar name={name} />
                        <span className="min-w-0 flex-1">
                          <span className="block truncate font-medium">{name}</span>
                          <span className="block truncate text-xs text-muted">{email}</span>
                        </span>
                        {roleWords[role].title}
                      </li>
                    ))}
                </ul>
              </Card>
            </div>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
