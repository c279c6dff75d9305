import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RefreshCw, ServerCrash } from 'lucide-react';
import { Direction, Tooltip } from 'radix-ui';
import { lazy } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { isPassing, sentence } from './connection/rest.js';
import { IndexPage } from './home/index-page.js';
import { InboxPage } from './inbox/inbox-page.js';
import { ConsoleProvider } from './session/console-provider.js';
import { choosesPassword, useMe } from './session/session.js';
import { AppShell } from './shell/app-shell.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Button } from './ui/button.js';
import { LazyPage } from './ui/lazy-page.js';
import { Logo } from './ui/logo.js';
import { Placeholder } from './ui/states.js';
import { Toasts } from './ui/toasts.js';
import { t } from './language/t.js';

const SignedOut = lazy(() => import('./session/signed-out.js'));
const HomePage = lazy(() => import('./home/home-page.js'));
const ModelsPage = lazy(() => import('./models/models-page.js'));
const SettingsArea = lazy(() => import('./settings/settings-area.js'));
const Wizard = lazy(() => import('./set-up/wizard.js'));
const ReportsPage = lazy(() => import('./reports/reports-page.js'));
const WallboardPage = lazy(() => import('./reports/wallboard-page.js'));
const RunPage = lazy(() => import('./models/run-page.js'));
const PrintPage = lazy(() => import('./print/print-page.js'));
const ChoosePasswordPage = lazy(() => import('./session/choose-password-page.js'));
const AcceptPage = lazy(() => import('./people/accept-page.js'));

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => failures < 2 && isPassing(error), staleTime: 30_000 },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Direction.Provider dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
        <Tooltip.Provider delayDuration={300}>
          <BrowserRouter basename="/console">
            <Routes>
              {['invitation', 'password-reset'].map((path) => (
                <Route key={path} path={path} element={<LazyPage page={AcceptPage} />} />
              ))}
              <Route path="setup" element={<SetUpAddress />} />
              <Route path="*" element={<Entrance />} />
            </Routes>
            <Toasts />
          </BrowserRouter>
        </Tooltip.Provider>
      </Direction.Provider>
    </QueryClientProvider>
  );
}

/** The address that the first start prints: `/console/setup?token=…`. */
function SetUpAddress() {
  const { search } = useLocation();
  return <Navigate to={`/set-up${search}`} replace />;
}

function Entrance() {
  const me = useMe();
  if (me.data === choosesPassword) return <LazyPage page={ChoosePasswordPage} />;
  if (me.data) {
    return (
      <ConsoleProvider key={me.data.id} me={me.data}>
        <SignedIn />
      </ConsoleProvider>
    );
  }
  if (me.isError) {
    return (
      <main className="h-full">
        <Placeholder
          icon={ServerCrash}
          page
          title={t('Baton cannot be reached')}
          action={
            <Button onClick={() => void me.refetch()}>
              <RefreshCw size={14} aria-hidden /> {t('Try again')}
            </Button>
          }
        >
          {sentence(me.error)}
        </Placeholder>
      </main>
    );
  }
  if (me.data === null) return <LazyPage page={SignedOut} />;
  return (
    <main className="flex h-full items-center justify-center" role="status" aria-label={t('Loading Baton')}>
      <Logo className="size-10 animate-pulse" />
    </main>
  );
}

function SignedIn() {
  return (
    <Routes>
      <Route path="print/:id" element={<LazyPage page={PrintPage} />} />
      <Route path="set-up/:step?" element={<LazyPage page={Wizard} />} />
      <Route element={<AppShell />}>
        <Route index element={<IndexPage />} />
        <Route path="home" element={<LazyPage page={HomePage} />} />
        <Route path="inbox" element={<Navigate to="/inbox/waiting" replace />} />
        <Route path="inbox/:view/:conversationId?" element={<InboxPage />} />
        <Route path="models" element={<LazyPage page={ModelsPage} />} />
        <Route path="models/runs/:runId" element={<LazyPage page={RunPage} />} />
        <Route path="reports" element={<LazyPage page={ReportsPage} />} />
        <Route path="wallboard" element={<LazyPage page={WallboardPage} />} />
        <Route path="settings/:page?" element={<LazyPage page={SettingsArea} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
