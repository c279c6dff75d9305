import type { ClosingRequest } from '#contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { cx } from '../ui/cx.js';
import { isAt, placeOf } from './labels.js';
import { t } from '../language/t.js';

/** What is learned from, and the customer's other messages to choose from instead, or as well. */
export function LearnedText({
  request,
  requests,
  taken,
  onChange,
  onAlso,
}: {
  /** Null: none is chosen yet. */
  request: ClosingRequest | null;
  requests: ClosingRequest[];
  /** Those that are learned already. */
  taken: ClosingRequest[];
  onChange: (request: ClosingRequest) => void;
  onAlso?: (request: ClosingRequest) => void;
}) {
  const [choosing, setChoosing] = useState(request === null);
  const others = requests.filter((other) => !taken.some(isAt(other)));
  return (
    <div className="mb-2">
      {request && (
        <div className="flex items-start gap-2 rounded-lg bg-sunken px-2.5 py-2">
          <blockquote dir="auto" className="line-clamp-4 min-w-0 flex-1 text-compact wrap-anywhere">
            {request.text}
          </blockquote>
          {others.length > 0 && (
            <Button small aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
              {t('Change')}
            </Button>
          )}
        </div>
      )}
      {choosing && (
        <ul
          aria-label={t('The customer’s messages')}
          className="mt-1.5 max-h-44 overflow-y-auto border-b border-line pb-1.5"
        >
          {others.map((other) => (
            <li key={placeOf(other)} className="flex items-center gap-1">
              <button
                type="button"
                dir="auto"
                onClick={() => {
                  setChoosing(false);
                  onChange(other);
                }}
                className={cx(
                  'min-w-0 flex-1 truncate rounded-lg px-2.5 py-1.5 text-start text-compact hover:bg-hover',
                )}
              >
                {other.text}
              </button>
              {request && onAlso && (
                <IconButton
                  label={t('Learn this too: {text}', { text: other.text })}
                  title={t('Learn this too')}
                  onClick={() => onAlso(other)}
                >
                  <Plus size={15} aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
