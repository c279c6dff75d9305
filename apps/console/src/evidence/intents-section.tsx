import type { PredictionView } from '#contracts';
import { titleOf, useIntents } from '../conversation/intents.js';
import { ConfidenceBar } from '../ui/confidence-bar.js';
import { likelihood } from '../ui/format.js';
import { Section } from './section.js';
import { t } from '../language/t.js';

export function IntentsSection({ focal }: { focal: PredictionView | null }) {
  const intents = useIntents();
  return (
    <Section title={t('Most likely intents')}>
      {focal ? (
        <ol className="space-y-2.5">
          {focal.topK.slice(0, 3).map(({ intent, confidence }, index) => (
            <li key={intent}>
              <div className="mb-1 flex items-baseline justify-between gap-2 text-compact">
                <span className={index === 0 ? 'font-medium' : 'text-muted'}>{titleOf(intents.data, intent)}</span>
                <span className="figures text-xs text-muted">{likelihood(confidence)}</span>
              </div>
              <ConfidenceBar value={confidence} strong={index === 0} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-compact text-muted">{t('No prediction for these messages.')}</p>
      )}
    </Section>
  );
}
