import type { RoutingView, TeamView } from '#contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../session/console-context.js';
import { maySetUp } from '../session/roles.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { ReadOnlyNote } from '../ui/read-only-note.js';
import { policyLabel } from './policy-words.js';
import { useRouting } from './queries.js';
import { RoutingForm } from './routing-form.js';
import { SkillsCard } from './skills-card.js';
import { TeamDialog } from './team-dialog.js';
import { t } from '../language/t.js';

export default function TeamsSettingsPage() {
  const routing = useRouting();
  const mayChange = useConsole((state) => maySetUp(state.me.role));
  const [edited, setEdited] = useState<TeamView | 'new' | null>(null);
  return (
    <Page
      title={t('Teams')}
      description={t(
        'Who answers what: a conversation waits for one team, or for anybody who knows its language and topic.',
      )}
      actions={
        mayChange && (
          <Button tone="primary" onClick={() => setEdited('new')}>
            <Plus size={15} aria-hidden /> {t('New team')}
          </Button>
        )
      }
    >
      <Loaded query={routing} what={t('The teams')}>
        {(view) => (
          <div className="max-w-3xl space-y-6">
            {!mayChange && <ReadOnlyNote />}
            <Card title={t('Teams')}>
              <TeamList view={view} mayChange={mayChange} onEdit={setEdited} />
            </Card>
            <RoutingForm view={view} mayChange={mayChange} />
            <SkillsCard view={view} mayChange={mayChange} />
            {edited && (
              <TeamDialog
                team={edited === 'new' ? null : edited}
                people={view.people}
                onClose={() => setEdited(null)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function TeamList({
  view,
  mayChange,
  onEdit,
}: {
  view: RoutingView;
  mayChange: boolean;
  onEdit: (team: TeamView) => void;
}) {
  if (view.teams.length === 0) {
    return (
      <p className="p-4 text-compact text-muted">{t('No teams yet. Without any, everybody answers everything.')}</p>
    );
  }
  const nameOf = new Map(view.people.map(({ id, name }) => [id, name]));
  return (
    <ul className="divide-y divide-line">
      {view.teams.map((team) => (
        <li key={team.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          <div className="min-w-0 flex-1">
            <p className="truncate text-compact font-medium">
              <bdi>{team.name}</bdi>
              <span className="font-normal text-muted"> · {policyLabel(team.policy)}</span>
            </p>
            <p className="truncate text-xs text-muted">
              {team.memberIds.length === 0
                ? t('Nobody is in it: its conversations are anybody’s')
                : team.memberIds.flatMap((id) => nameOf.get(id) ?? []).join(', ')}
            </p>
          </div>
          {mayChange && (
            <Button onClick={() => onEdit(team)} aria-label={t('Edit {name}', { name: team.name })}>
              {t('Edit')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
