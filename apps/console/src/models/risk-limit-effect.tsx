import type { ThresholdEffect } from '#contracts';
import { effectWords, partsOf } from './risk-limit-words.js';
import { t } from '../language/t.js';

const colours = { right: 'bg-good', wrong: 'bg-bad', people: 'bg-line' } as const;

/** What a limit does to 100 messages: in words, and as a bar of those answered rightly, answered wrongly, and left to people. */
export function LimitEffect({ when, effect }: { when: string; effect: ThresholdEffect }) {
  const parts = partsOf(effect);
  return (
    <div>
      <p>
        <span className="font-medium">{when}:</span> {effectWords(effect)}
      </p>
      <div aria-hidden className="mt-1.5 flex h-2 overflow-hidden rounded-full">
        {(['right', 'wrong', 'people'] as const).map((part) => (
          <span key={part} className={colours[part]} style={{ width: `${parts[part]}%` }} />
        ))}
      </div>
    </div>
  );
}

/** What the colours of the bars mean. */
export function EffectLegend() {
  const meanings = { right: t('answered rightly'), wrong: t('answered wrongly'), people: t('left to people') };
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
      {(['right', 'wrong', 'people'] as const).map((part) => (
        <li key={part} className="flex items-center gap-1.5">
          <span className={`size-2 rounded-full ${colours[part]}`} />
          {meanings[part]}
        </li>
      ))}
    </ul>
  );
}
