import type { IntentDetail } from '#contracts';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { t } from '../language/t.js';

/** What the shop's people really wrote, the most typical first. */
export function TypicalReplies({
  replies,
  mayUse,
  draft,
  onUse,
}: {
  replies: IntentDetail['typicalReplies'];
  mayUse: boolean;
  draft: string;
  onUse: (text: string) => void;
}) {
  /** What stood there before a reply took its place. */
  const [before, setBefore] = useState<string | null>(null);
  if (replies.length === 0) return null;
  const use = (text: string) => {
    setBefore(draft);
    onUse(text);
  };
  return (
    <section aria-label={t('Typical replies')}>
      <div className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-2">
        <h3 className="text-compact font-semibold">{t('What your people wrote')}</h3>
        {before !== null && before !== draft && (
          <Button
            small
            tone="quiet"
            onClick={() => {
              onUse(before);
              setBefore(null);
            }}
          >
            <Undo2 size={14} className="rtl:-scale-x-100" aria-hidden /> {t('Back to the text before')}
          </Button>
        )}
      </div>
      <ul className="space-y-2">
        {replies.map(({ text, n }) => (
          <li key={text} className="flex items-start gap-3 rounded-xl border border-line bg-surface p-3">
            <div className="min-w-0 flex-1">
              <p dir="auto" className="line-clamp-4 text-compact whitespace-pre-line">
                {text}
              </p>
              <p className="figures mt-0.5 text-xs text-muted">{t('{count} times, or nearly so', { count: n })}</p>
            </div>
            {mayUse && (
              <Button small disabled={text === draft} onClick={() => use(text)}>
                {t('Use this')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
