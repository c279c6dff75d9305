import { maySeeSetUp } from '../session/roles.js';
import type { Checklist } from '#contracts';
import { useConsole } from '../session/console-context.js';
import { useChecklist } from '../set-up/checklist.js';
import { NotAllowedPage } from '../shell/not-allowed-page.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { ChecklistCard } from './checklist-card.js';
import { Facts } from './facts.js';
import { t } from '../language/t.js';

/** How far the bot is: what is missing before it can be left to work, and what it has. */
export default function HomePage() {
  const { name, role } = useConsole((state) => state.me);
  const [firstName = name] = name.split(' ');
  const checklist = useChecklist();
  if (!maySeeSetUp(role)) return <NotAllowedPage />;
  return (
    <Page title={t('Hello, {name}', { name: firstName })} description={t('How far your bot is.')}>
      <Loaded query={checklist} what={t('The state of the bot')}>
        {(state: Checklist) => (
          <div className="space-y-6">
            <ChecklistCard checklist={state} />
            <Facts checklist={state} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
