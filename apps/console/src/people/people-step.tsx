import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { InvitationsTable } from './invitations-table.js';
import { InviteForm } from './invite-form.js';
import { PeopleTable } from './people-table.js';
import { usePeople } from './queries.js';
import { ShortHours } from '../workspace/short-hours.js';

export default function PeopleStep() {
  const people = usePeople();
  return (
    <Page
      title="Who is there when the bot does not know?"
      description="What the bot cannot answer goes to people. Invite them, and say when they are there. Alone is fine too: go on, and come back later."
    >
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="space-y-6">
          <Card title="Invite a colleague">
            <div className="p-4">
              <InviteForm />
            </div>
          </Card>
          <ShortHours />
        </div>
        <Loaded query={people} what="The people">
          {(list) => (
            <div className="space-y-6">
              {list.invitations.length > 0 && (
                <Card title="Invited">
                  <InvitationsTable invitations={list.invitations} />
                </Card>
              )}
              <Card title="Colleagues">
                <PeopleTable people={list.people} />
              </Card>
            </div>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
