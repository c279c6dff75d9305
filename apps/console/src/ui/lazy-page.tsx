import { RefreshCw, Unplug } from 'lucide-react';
import { Suspense, type ComponentType } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router';
import { Button } from './button.js';
import { Bone, Loading, Placeholder } from './states.js';
import { t } from '../language/t.js';

/** A page whose script is loaded when it is first visited. One that broke is left behind by going on. */
export function LazyPage({ page: PageItself }: { page: ComponentType }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKeys={[pathname]} fallback={<Broken />}>
      <Suspense
        fallback={
          <Loading what={t('page')}>
            <div className="mx-auto max-w-6xl space-y-6 p-4 md:p-6">
              <Bone className="h-7 w-56" />
              <Bone className="h-64 w-full rounded-2xl" />
            </div>
          </Loading>
        }
      >
        <PageItself />
      </Suspense>
    </ErrorBoundary>
  );
}

function Broken() {
  return (
    <Placeholder
      icon={Unplug}
      page
      title={t('This page could not be shown')}
      action={
        <Button onClick={() => location.reload()}>
          <RefreshCw size={14} aria-hidden /> {t('Reload')}
        </Button>
      }
    >
      {t('Baton may have been upgraded meanwhile, or the network is away. Nothing that was saved is lost.')}
    </Placeholder>
  );
}
