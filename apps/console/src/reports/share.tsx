import type { Proportion } from '#contracts';
import { intervalText, shareText } from './words.js';
import { t } from '../language/t.js';

/** "41%" and, small, where it may really be. */
export function Share({ value }: { value: Proportion }) {
  return (
    <span title={value.of > 0 ? t('{n} of {of}', { n: value.n, of: value.of }) : undefined}>
      {shareText(value)}
      {value.of > 0 && <span className="ms-1.5 text-xs font-normal text-faint">{intervalText(value)}</span>}
    </span>
  );
}

/** The same as a bar with the interval on it. */
export function ShareBar({ value, colour }: { value: Proportion; colour: string }) {
  const at = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <span aria-hidden className="relative block h-4 overflow-hidden rounded bg-hover">
      {value.of > 0 && (
        <>
          <span
            className="absolute inset-y-0 start-0 rounded"
            style={{ width: at(value.n / value.of), background: colour }}
          />
          <span
            className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-ink"
            style={{ insetInlineStart: at(value.low), width: at(value.high - value.low) }}
          />
        </>
      )}
    </span>
  );
}
