import type { InboxView } from '#contracts';
import { maySeeSetUp } from '../session/roles.js';
import { Bookmark, ChartColumn, Cpu, Gauge, House, Search, Settings, type LucideIcon } from 'lucide-react';
import { NavLink, useLocation } from 'react-router';
import { searchOf } from '../inbox/query-address.js';
import { useSavedFilters } from '../inbox/saved-filters.js';
import { useConsole } from '../session/console-context.js';
import { cx } from '../ui/cx.js';
import { Key } from '../ui/hint.js';
import { Logo } from '../ui/logo.js';
import { StatusMenu } from './status-menu.js';
import { views } from './views.js';
import { t } from '../language/t.js';

/** The server counts no further, so that counting stays fast. */
const countLimit = 1000;

function Item({
  to,
  title,
  icon: Icon,
  count,
  urgent,
  active = true,
}: {
  to: string;
  title: string;
  icon: LucideIcon;
  count?: number | undefined;
  urgent?: boolean;
  /** Not where the address says more than `to`. */
  active?: boolean;
}) {
  return (
    <NavLink
      to={to}
      className={({ isActive }) =>
        cx(
          'flex h-8 shrink-0 items-center gap-2.5 rounded-lg px-2.5 text-compact font-medium transition-colors',
          isActive && active ? 'bg-accent-soft text-accent-ink' : 'text-muted hover:bg-hover hover:text-ink',
        )
      }
    >
      <Icon size={16} aria-hidden />
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {title}
      </span>
      {count !== undefined && (
        <span
          className={cx(
            'figures text-xs',
            urgent && count > 0 && 'rounded-full bg-accent px-1.5 py-px font-semibold text-on-accent',
          )}
        >
          {count >= countLimit ? `${countLimit - 1}+` : count}
        </span>
      )}
    </NavLink>
  );
}

export function SideNav({ onShortcuts, onCommands }: { onShortcuts: () => void; onCommands: () => void }) {
  const workspace = useConsole((state) => state.me.workspaceName);
  const counts = useConsole((state) => state.inbox.counts);
  const seesSetUp = useConsole((state) => maySeeSetUp(state.me.role));
  const saved = useSavedFilters().data ?? [];
  const { search } = useLocation();
  const countOf = (view: InboxView) => (view === 'resolved' ? undefined : counts?.[view]);
  const isSaved = saved.some(({ query }) => search !== '' && searchOf(query) === search);
  return (
    <nav
      aria-label={t('Main')}
      className="flex h-full w-52 flex-col overflow-y-auto border-e border-line bg-canvas p-3"
    >
      <div className="mb-4 flex items-center gap-2.5 px-1.5 pt-1">
        <Logo className="size-7 shrink-0" />
        <span className="min-w-0">
          <span className="block text-sm leading-tight font-semibold tracking-tight">Baton</span>
          <span className="block truncate text-xs leading-tight text-muted">{workspace}</span>
        </span>
      </div>
      <button
        type="button"
        onClick={onCommands}
        className="mb-4 flex h-8 shrink-0 items-center gap-2 rounded-lg border border-line bg-surface px-2.5 text-compact text-muted hover:text-ink"
      >
        <Search size={14} aria-hidden />
        <span className="min-w-0 flex-1 truncate text-start">{t('Search…')}</span>
        <Key>Ctrl K</Key>
      </button>
      {seesSetUp && (
        <div className="mb-4">
          <Item to="/home" title={t('Home')} icon={House} />
        </div>
      )}
      <p className="caption px-2.5 pb-1.5">{t('Conversations')}</p>
      <div className="space-y-0.5">
        {views.map(({ view, title, icon }) => (
          <Item
            key={view}
            to={`/inbox/${view}`}
            title={title}
            icon={icon}
            count={countOf(view)}
            urgent={view === 'waiting' || view === 'mentions'}
            active={!isSaved}
          />
        ))}
      </div>
      {seesSetUp && (
        <>
          <p className="caption px-2.5 pt-5 pb-1.5">{t('Numbers')}</p>
          <div className="space-y-0.5">
            <Item to="/wallboard" title={t('Wallboard')} icon={Gauge} />
            <Item to="/reports" title={t('Reports')} icon={ChartColumn} />
          </div>
        </>
      )}
      {saved.length > 0 && (
        <>
          <p className="caption px-2.5 pt-4 pb-1.5">{t('Saved')}</p>
          <div className="space-y-0.5">
            {saved.map(({ id, name, query }) => (
              <Item
                key={id}
                to={`/inbox/${query.view}${searchOf(query)}`}
                title={name}
                icon={Bookmark}
                active={searchOf(query) === search}
              />
            ))}
          </div>
        </>
      )}
      <p className="caption px-2.5 pt-4 pb-1.5">{t('Learning')}</p>
      <Item to="/models" title={t('Models')} icon={Cpu} />
      <div className="mt-auto space-y-1.5 pt-4">
        <Item to="/settings" title={t('Settings')} icon={Settings} />
        <StatusMenu onShortcuts={onShortcuts} />
      </div>
    </nav>
  );
}
