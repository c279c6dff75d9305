import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RefreshCw, ServerCrash } from 'lucide-react';
import { Tooltip } from 'radix-ui';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { isSignedOut, sentence } from './connection/rest.js';
import { InboxPage } from './inbox/inbox-page.js';
import { ModelsPage } from './models/models-page.js';
import { ConsoleProvider } from './session/console-provider.js';
import { LoginPage } from './session/login-page.js';
import { useMe } from './session/session.js';
import { AppShell } from './shell/app-shell.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Button } from './ui/button.js';
import { Logo } from './ui/logo.js';
import { Placeholder } from './ui/states.js';
import { Toasts } from './ui/toasts.js';

const RunPage = lazy(() => import('./models/run-page.js'));

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => failures < 2 && !isSignedOut(error), staleTime: 30_000 },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Tooltip.Provider delayDuration={300}>
        <BrowserRouter basename="/console">
          <SignedIn />
        </BrowserRouter>
        <Toasts />
      </Tooltip.Provider>
    </QueryClientProvider>
  );
}

function SignedIn() {
  const me = useMe();
  if (me.data) {
    return (
      <ConsoleProvider key={me.data.id} me={me.data}>
        <Routes>
          <Route element={<AppShell />}>
            <Route index element={<Navigate to="/inbox/queue" replace />} />
            <Route path="inbox" element={<Navigate to="/inbox/queue" replace />} />
            <Route path="inbox/:view/:conversationId?" element={<InboxPage />} />
            <Route path="models" element={<ModelsPage />} />
            <Route
              path="models/runs/:runId"
              element={
                <Suspense>
                  <RunPage />
                </Suspense>
              }
            />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </ConsoleProvider>
    );
  }
  if (me.isError) {
    return (
      <main className="h-full">
        <Placeholder
          icon={ServerCrash}
          page
          title="Baton cannot be reached"
          action={
            <Button onClick={() => void me.refetch()}>
              <RefreshCw size={14} aria-hidden /> Try again
            </Button>
          }
        >
          {sentence(me.error)}
        </Placeholder>
      </main>
    );
  }
  if (me.data === null) return <LoginPage />;
  return (
    <main className="flex h-full items-center justify-center" role="status" aria-label="Loading Baton">
      <Logo className="size-10 animate-pulse" />
    </main>
  );
}
