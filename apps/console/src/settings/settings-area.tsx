import { NavLink, Navigate, useNavigate, useParams } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { NotAllowedPage } from '../shell/not-allowed-page.js';
import { NotFoundPage } from '../shell/not-found-page.js';
import { cx } from '../ui/cx.js';
import { LazyPage } from '../ui/lazy-page.js';
import { Select } from '../ui/select.js';
import { isPage, settingsFor } from './pages.js';
import { t } from '../language/t.js';

/** Settings with a list of their own: at the side, or above where there is no room for it. */
export default function SettingsArea() {
  const groups = settingsFor(useConsole((state) => state.me.role));
  const pages = groups.flatMap((group) => group.pages);
  const { page: path } = useParams();
  const navigate = useNavigate();
  const page = pages.find((entry) => entry.path === path);

  if (path === undefined) return <Navigate to={`/settings/${pages[0]?.path ?? 'account'}`} replace />;
  if (!page) return isPage(path) ? <NotAllowedPage /> : <NotFoundPage />;
  return (
    <div className="flex h-full flex-col lg:flex-row">
      <nav
        aria-label={t('Settings')}
        className="hidden w-50 shrink-0 overflow-y-auto border-r border-line p-3 lg:block"
      >
        {groups.map(({ title, pages: entries }) => (
          <div key={title} className="mb-4">
            <p className="caption px-2.5 pb-1.5">{title}</p>
            <div className="space-y-0.5">
              {entries.map(({ path: to, title: name, icon: Icon }) => (
                <NavLink
                  key={to}
                  to={`/settings/${to}`}
                  className={({ isActive }) =>
                    cx(
                      'flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-compact font-medium transition-colors',
                      isActive ? 'bg-surface text-ink ring-1 ring-line' : 'text-muted hover:bg-hover hover:text-ink',
                    )
                  }
                >
                  <Icon size={15} aria-hidden />
                  {name}
                </NavLink>
              ))}
            </div>
          </div>
        ))}
      </nav>
      {pages.length > 1 && (
        <div className="border-b border-line px-4 py-2 lg:hidden">
          <Select
            label={t('Settings page')}
            value={page.path}
            onChange={(to) => void navigate(`/settings/${to}`)}
            options={pages.map(({ path: value, title: label }) => ({ value, label }))}
          />
        </div>
      )}
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        <LazyPage page={page.Page} />
      </div>
    </div>
  );
}
