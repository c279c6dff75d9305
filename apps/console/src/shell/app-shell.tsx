import { Menu } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useBadge } from '../notifications/use-badge.js';
import { IconButton } from '../ui/button.js';
import { Logo } from '../ui/logo.js';
import { undoLast } from '../ui/toasts.js';
import { ConnectionBanner } from './connection-banner.js';
import { NoModelBanner } from './no-model-banner.js';
import { OfferBanner } from './offer-banner.js';
import { SideNav } from './side-nav.js';
import { useCommandPalette } from './use-command-palette.js';
import { useShortcuts } from './use-shortcuts.js';
import { t } from '../language/t.js';

const NavigationDrawer = lazy(() => import('./navigation-drawer.js'));
const ShortcutsSheet = lazy(() => import('./shortcuts-sheet.js'));

export function AppShell() {
  const [shortcuts, setShortcuts] = useState(false);
  const showShortcuts = () => setShortcuts(true);
  useShortcuts({ '?': showShortcuts, z: undoLast });
  const { palette, show } = useCommandPalette();
  useBadge();
  return (
    <div className="flex h-full">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-lg focus:bg-surface focus:p-2"
      >
        {t('Skip to content')}
      </a>
      <div className="hidden lg:block">
        <SideNav onShortcuts={showShortcuts} onCommands={show} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <NarrowHeader onShortcuts={showShortcuts} onCommands={show} />
        <ConnectionBanner />
        <NoModelBanner />
        <OfferBanner />
        <main id="main" className="min-h-0 flex-1">
          <Outlet />
        </main>
      </div>
      {palette}
      {shortcuts && (
        <Suspense fallback={null}>
          <ShortcutsSheet onClose={() => setShortcuts(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** On a narrow window the navigation is a drawer; it closes when a place has been chosen. */
function NarrowHeader({ onShortcuts, onCommands }: { onShortcuts: () => void; onCommands: () => void }) {
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <header className="flex items-center gap-2 border-b border-line px-3 py-2 lg:hidden">
      <IconButton ref={button} label={t('Menu')} aria-haspopup="dialog" onClick={() => setOpenedAt(pathname)}>
        <Menu size={18} aria-hidden />
      </IconButton>
      {openedAt === pathname && (
        <Suspense fallback={null}>
          <NavigationDrawer
            onClose={() => setOpenedAt(null)}
            onClosed={() => button.current?.focus()}
            onShortcuts={onShortcuts}
            onCommands={onCommands}
          />
        </Suspense>
      )}
      <Logo className="size-6" />
      <span className="font-semibold tracking-tight">Baton</span>
    </header>
  );
}
