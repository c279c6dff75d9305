import { maySeeSetUp } from '../session/roles.js';
import { ChartColumn, Cpu, Gauge, House, Settings, type LucideIcon } from 'lucide-react';
import { NavLink } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { cx } from '../ui/cx.js';
import { Logo } from '../ui/logo.js';
import { StatusMenu } from './status-menu.js';
import { views } from './views.js';

/** The server counts no further, so that counting stays fast. */
const countLimit = 1000;

function Item({
  to,
  title,
  icon: Icon,
  count,
  urgent,
}: {
  to: string;
  title: string;
  icon: LucideIcon;
  count?: number | undefined;
  urgent?: boolean;
}) {
  return (
    <NavLink
      to={to}
      className={({ isActive }) =>
        cx(
          'flex h-9 items-center gap-2.5 rounded-lg px-2.5 text-compact font-medium transition-colors',
          isActive ? 'bg-accent-soft text-accent-ink' : 'text-muted hover:bg-hover hover:text-ink',
        )
      }
    >
      <Icon size={16} aria-hidden />
      <span className="flex-1">{title}</span>
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

export function SideNav({ onShortcuts }: { onShortcuts: () => void }) {
  const workspace = useConsole((state) => state.me.workspaceName);
  const counts = useConsole((state) => state.inbox.counts);
  const seesSetUp = useConsole((state) => maySeeSetUp(state.me.role));
  return (
    <nav aria-label="Main" className="flex h-full w-52 flex-col border-r border-line bg-canvas p-3">
      <div className="mb-4 flex items-center gap-2.5 px-1.5 pt-1">
        <Logo className="size-7 shrink-0" />
        <span className="min-w-0">
          <span className="block text-sm leading-tight font-semibold tracking-tight">Baton</span>
          <span className="block truncate text-xs leading-tight text-muted">{workspace}</span>
        </span>
      </div>
      {seesSetUp && (
        <div className="mb-5">
          <Item to="/home" title="Home" icon={House} />
        </div>
      )}
      <p className="caption px-2.5 pb-1.5">Conversations</p>
      <div className="space-y-0.5">
        {views.map(({ view, title, icon }) => (
          <Item
            key={view}
            to={`/inbox/${view}`}
            title={title}
            icon={icon}
            count={view === 'resolved' ? undefined : counts?.[view]}
            urgent={view === 'queue'}
          />
        ))}
      </div>
      {seesSetUp && (
        <>
          <p className="caption px-2.5 pt-5 pb-1.5">Numbers</p>
          <div className="space-y-0.5">
            <Item to="/wallboard" title="Wallboard" icon={Gauge} />
            <Item to="/reports" title="Reports" icon={ChartColumn} />
          </div>
        </>
      )}
      <p className="caption px-2.5 pt-5 pb-1.5">Learning</p>
      <Item to="/models" title="Models" icon={Cpu} />
      <div className="mt-auto space-y-1.5">
        <Item to="/settings" title="Settings" icon={Settings} />
        <StatusMenu onShortcuts={onShortcuts} />
      </div>
    </nav>
  );
}
