import type { IntentRow, TriedMessage } from '#contracts';
import { ConfidenceBar } from '../ui/confidence-bar.js';
import { Card } from '../ui/card.js';
import { cx } from '../ui/cx.js';
import { likelihood, percent, readable } from '../ui/format.js';
import { t } from '../language/t.js';

/** What the model made of one message, and from which rows. */
export function Reading({ tried: { reading, nearest }, intents }: { tried: TriedMessage; intents: IntentRow[] }) {
  return (
    <>
      {reading && (
        <Card title={t('What it understood')}>
          <ol className="space-y-3 p-4">
            {reading.topK.slice(0, 4).map((guess, index) => (
              <li key={guess.intent}>
                <div className="mb-1 flex items-baseline justify-between gap-2 text-compact">
                  <span className={cx('truncate', index === 0 ? 'font-semibold' : 'text-muted')}>
                    {guess.title}
                    {index === 1 && <span className="ms-1.5 text-xs text-faint">{t('nearly won')}</span>}
                  </span>
                  <span className="figures text-xs text-muted">{likelihood(guess.confidence)}</span>
                </div>
                <div className="relative">
                  <ConfidenceBar value={guess.confidence} strong={index === 0} />
                  {index === 0 && reading.threshold <= 1 && (
                    <span
                      aria-hidden
                      className="absolute -inset-y-1 w-0.5 rounded-full bg-ink"
                      style={{ insetInlineStart: `${reading.threshold * 100}%` }}
                    />
                  )}
                </div>
              </li>
            ))}
          </ol>
          <p className="figures border-t border-line px-4 py-2.5 text-xs text-muted">
            {reading.threshold <= 1
              ? t('It answers from the mark up, {threshold}.', { threshold: percent(reading.threshold) })
              : t('No confidence is high enough to answer: the risk limit cannot be kept yet.')}
          </p>
        </Card>
      )}
      {nearest.length > 0 && (
        <Card title={t('The rows most like it')}>
          <ul className="divide-y divide-line">
            {nearest.map(({ exampleId, text, intent, similarity }) => (
              <li key={exampleId} className="px-4 py-2.5 text-compact">
                <p dir="auto" className="line-clamp-2 wrap-anywhere">
                  {text}
                </p>
                <p className="figures flex justify-between gap-2 text-xs text-muted">
                  <span className="truncate">{titleOf(intents, intent)}</span>
                  <span className="shrink-0">{t('{similarity} alike', { similarity: percent(similarity) })}</span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function titleOf(intents: IntentRow[], name: string | null): string {
  if (name === null || name === '') return t('None of our topics');
  return intents.find((intent) => intent.name === name)?.title ?? readable(name);
}
