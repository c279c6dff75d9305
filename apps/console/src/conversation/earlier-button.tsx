import { LoaderCircle } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '../ui/button.js';
import { t } from '../language/t.js';

/** Loads the page before: by itself when it scrolls into view, and by click or key for those who do not scroll. */
export function EarlierButton({ loading, onLoad }: { loading: boolean; onLoad: () => void }) {
  const button = useRef<HTMLDivElement>(null);
  const load = useEffectEvent(onLoad);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) load();
    });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
    // Observed afresh after each page, since a short page may leave the button in view.
  }, [loading]);
  return (
    <div ref={button} className="flex justify-center py-1">
      <Button tone="quiet" small disabled={loading} onClick={onLoad}>
        {loading && <LoaderCircle size={13} className="animate-spin" aria-hidden />}
        {loading ? t('Loading earlier messages') : t('Earlier messages')}
      </Button>
    </div>
  );
}
