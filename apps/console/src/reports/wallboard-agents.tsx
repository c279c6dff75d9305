import type { AgentStatus, Wallboard } from '#contracts';
import { Users } from 'lucide-react';
import { Avatar } from '../ui/avatar.js';
import { Card } from '../ui/card.js';
import { cx } from '../ui/cx.js';
import { Placeholder } from '../ui/states.js';
import { t } from '../language/t.js';

const statuses: Record<AgentStatus, { title: string; counted: (count: number) => string; dot: string }> = {
  online: { title: t('online'), counted: (count) => t('{count} online', { count }), dot: 'bg-good' },
  busy: { title: t('busy'), counted: (count) => t('{count} busy', { count }), dot: 'bg-bad' },
  away: { title: t('away'), counted: (count) => t('{count} away', { count }), dot: 'bg-warn' },
  offline: { title: t('offline'), counted: (count) => t('{count} offline', { count }), dot: 'bg-edge' },
};

/** Who is there, and how much each has. */
export function WallboardAgents({ agents }: { agents: Wallboard['agents'] }) {
  const counts = Object.entries(statuses).map(([status, { counted }]) => ({
    counted,
    n: agents.filter((agent) => agent.status === status).length,
  }));
  return (
    <Card
      title={t('Agents')}
      actions={
        <p className="figures text-compact text-muted">
          {counts
            .filter(({ n }) => n > 0)
            .map(({ n, counted }) => counted(n))
            .join(' · ')}
        </p>
      }
    >
      {agents.length === 0 ? (
        <Placeholder icon={Users} title={t('Nobody takes chats')}>
          {t('People who take chats appear here, with what they have.')}
        </Placeholder>
      ) : (
        <ul className="-me-px -mb-px grid sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4">
          {agents.map(({ id, name, status, load, capacity }) => (
            <li key={id} className="flex items-center gap-3 border-e border-b border-line p-4">
              <Avatar name={name} large />
              <div className="min-w-0 flex-1">
                <p className="truncate text-base font-medium">{name}</p>
                <p className="flex items-center gap-1.5 text-compact text-muted">
                  <span aria-hidden className={cx('size-2 rounded-full', statuses[status].dot)} />
                  {statuses[status].title}
                </p>
              </div>
              <div className="w-24 text-end">
                <p className="figures text-xl font-semibold">
                  {load}
                  <span className="text-compact font-normal text-muted"> {t('of {capacity}', { capacity })}</span>
                </p>
                <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-hover">
                  <span
                    className={cx('block h-full rounded-full', load >= capacity ? 'bg-warn' : 'bg-accent')}
                    style={{ width: `${Math.min(100, (100 * load) / Math.max(1, capacity))}%` }}
                  />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
