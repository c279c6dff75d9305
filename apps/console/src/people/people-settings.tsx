import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../session/console-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Sheet } from '../ui/dialog.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { InvitationsTable } from './invitations-table.js';
import { InviteForm } from './invite-form.js';
import { PeopleTable } from './people-table.js';
import { usePeople } from './queries.js';
import { mayChangePeople } from './rules.js';
import { t } from '../language/t.js';

export default function PeopleSettings() {
  const mayChange = useConsole((state) => mayChangePeople(state.me.role));
  const people = usePeople();
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={t('People')}
      description={t('Who works with this console, and what they may do.')}
      actions={
        mayChange && (
          <Button tone="primary" onClick={() => setInviting(true)}>
            <UserPlus size={15} aria-hidden /> {t('Invite')}
          </Button>
        )
      }
    >
      <Loaded query={people} what={t('The people')}>
        {(list) => (
          <div className="space-y-6">
            <Card title={t('Colleagues')}>
              <PeopleTable people={list.people} />
            </Card>
            {list.invitations.length > 0 && (
              <Card title={t('Invited')}>
                <InvitationsTable invitations={list.invitations} />
              </Card>
            )}
          </div>
        )}
      </Loaded>
      <Sheet open={inviting} onOpenChange={setInviting} title={t('Invite a colleague')}>
        <InviteForm />
      </Sheet>
    </Page>
  );
}
