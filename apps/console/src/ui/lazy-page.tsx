import { RefreshCw, Unplug } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Button } from './button.js';
import { Bone, Loading, Placeholder } from './states.js';

/** A page whose script is loaded when it is first visited. `name` is its address: a page that broke is left behind by going on. */
export function LazyPage({ name, children }: { name: string; children: ReactNode }) {
  return (
    <ErrorBoundary resetKeys={[name]} fallback={<Broken />}>
      <Suspense
        fallback={
          <Loading what="page">
            <div className="mx-auto max-w-6xl space-y-6 p-4 md:p-6">
              <Bone className="h-7 w-56" />
              <Bone className="h-64 w-full rounded-2xl" />
            </div>
          </Loading>
        }
      >
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}

function Broken() {
  return (
    <Placeholder
      icon={Unplug}
      page
      title="This page could not be shown"
      action={
        <Button onClick={() => location.reload()}>
          <RefreshCw size={14} aria-hidden /> Reload
        </Button>
      }
    >
      Baton may have been upgraded meanwhile, or the network is away. Nothing that was saved is lost.
    </Placeholder>
  );
}
