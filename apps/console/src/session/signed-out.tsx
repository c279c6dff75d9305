import { setUpState } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { request } from '../connection/rest.js';
import { LazyPage } from '../ui/lazy-page.js';
import { EntranceCard } from './entrance-card.js';
import { LoginPage } from './login-page.js';
import { t } from '../language/t.js';

const SetUpPage = lazy(() => import('../set-up/set-up-page.js'));

/** What nobody in particular sees. An installation without an owner has nobody who could sign in. */
export default function SignedOut() {
  const setUp = useQuery({
    queryKey: ['set-up'],
    queryFn: () => request(setUpState, 'GET', '/api/set-up'),
    retry: false,
  });
  if (setUp.isPending) return null;
  if (!setUp.data?.open) return <LoginPage />;
  return (
    <Routes>
      <Route path="set-up" element={<LazyPage page={SetUpPage} />} />
      <Route path="*" element={<NoOwnerPage />} />
    </Routes>
  );
}

function NoOwnerPage() {
  return (
    <EntranceCard
      title={t('This Baton has no owner yet')}
      description={t(
        'Open the address that the first start printed. It holds a token that works once, and leads to your account.',
      )}
    >
      <p className="mt-4 rounded-lg bg-sunken px-3 py-2 text-compact text-muted">
        {t('Is the address lost? Start Baton again: as long as there is no owner, each start prints a new one.')}
      </p>
    </EntranceCard>
  );
}
