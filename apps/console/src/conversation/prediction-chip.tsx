import type { PredictionView } from '#contracts';
import { CornerDownRight, Siren } from 'lucide-react';
import { reasonOf } from '../evidence/reasons.js';
import { cx } from '../ui/cx.js';
import { Hint } from '../ui/hint.js';
import { decisionLine, evidenceLines, requestLines } from './decision-line.js';
import { titleOf, useIntents } from './intents.js';
import { t } from '../language/t.js';

/** What the bot did with a customer's message and why; the hint says what else it went by. */
export function PredictionChip({ prediction }: { prediction: PredictionView }) {
  const intents = useIntents();
  const title = (name: string) => titleOf(intents.data, name);
  const pressing = reasonOf(prediction.reason).tone === 'bad';
  const Icon = pressing ? Siren : CornerDownRight;
  const line = decisionLine(prediction, title);
  const requests = requestLines(prediction, title);
  return (
    <div className="mt-1 max-w-full text-xs">
      <Hint
        side="bottom"
        text={[line, ...evidenceLines(prediction)].map((each) => (
          <span key={each} className="block">
            {each}
          </span>
        ))}
      >
        <button
          type="button"
          className={cx(
            'inline-flex max-w-full items-center gap-1 rounded',
            pressing ? 'font-medium text-bad' : 'text-muted hover:text-ink',
          )}
        >
          <Icon size={12} className="shrink-0 rtl:-scale-x-100" aria-hidden />
          <span className="figures truncate">{line}</span>
        </button>
      </Hint>
      {requests.length > 0 && (
        <ul aria-label={t('Requests')} className="figures ms-4 text-muted">
          {requests.map((request, index) => (
            <li key={index} className="truncate">
              {request}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
