import { LoaderCircle, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useConsole } from '../session/console-context.js';
import { t } from '../language/t.js';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that what is on screen may be old, and that nothing typed is lost. */
export function ConnectionBanner() {
  const connection = useConsole((state) => state.connection);
  const hasNetwork = useSyncExternalStore(subscribe, () => navigator.onLine);
  const down = !hasNetwork || connection === 'reconnecting';
  return (
    <div role="status">
      {down && (
        <p className="flex items-center gap-2.5 border-b border-line bg-warn-soft px-4 py-2 text-compact text-warn">
          {hasNetwork ? (
            <LoaderCircle size={15} className="animate-spin" aria-hidden />
          ) : (
            <WifiOff size={15} aria-hidden />
          )}
          {hasNetwork
            ? t('The connection is lost. Reconnecting… What you send meanwhile is kept and goes out afterwards.')
            : t('You are offline. What you send is kept and goes out when the network is back.')}
        </p>
      )}
    </div>
  );
}
