import type { ModelVersionView } from '#contracts';
import { CircleCheck, CircleX, Info } from 'lucide-react';
import { titleOf, useIntents } from '../conversation/intents.js';
import { cx } from '../ui/cx.js';
import { findingWords } from './finding-words.js';
import { isCompared } from './verdict.js';
import { checks } from './words.js';
import { t } from '../language/t.js';

/** Each check with what it found. Of a version that was compared with none, a check that did not pass is a remark. */
export function GateList({ gate }: { gate: ModelVersionView['gate'] }) {
  const compared = isCompared(gate);
  const intents = useIntents();
  return (
    <ul className="divide-y divide-line">
      {gate.map((found) => (
        <li key={found.check} className="flex gap-2.5 px-2 py-2">
          {found.passed ? (
            <CircleCheck size={15} className="mt-0.5 shrink-0 text-good" aria-label={t('Passed')} />
          ) : compared ? (
            <CircleX size={15} className="mt-0.5 shrink-0 text-bad" aria-label={t('Failed')} />
          ) : (
            <Info size={15} className="mt-0.5 shrink-0 text-muted" aria-label={t('Remark')} />
          )}
          <span className="min-w-0">
            <span className={cx('block font-medium', !found.passed && compared && 'text-bad')}>
              {checks[found.check]}
            </span>
            <span
              className="block text-xs wrap-anywhere text-muted"
              dir={found.finding === 'recorded' ? 'auto' : undefined}
            >
              {findingWords(found, (name) => titleOf(intents.data, name))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
