import type { WebhookDelivery } from '#contracts';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { attempt } from '../session/console-context.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { CodeBlock } from '../ui/code-block.js';
import { cx } from '../ui/cx.js';
import { fullTime } from '../ui/format.js';
import { useReplay } from './queries.js';
import { attemptWords, deliveryWords, eventName } from './words.js';
import { t } from '../language/t.js';

const tones = { pending: 'plain', delivered: 'good', failed: 'bad' } as const;

export function DeliveryRow({ delivery, disabled }: { delivery: WebhookDelivery; disabled: boolean }) {
  const { event, status, attempts, createdAt } = delivery;
  const [open, setOpen] = useState(false);
  const id = useId();
  const last = attempts[0];
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex w-full flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2.5 text-start hover:bg-hover focus-visible:-outline-offset-2"
      >
        <ChevronRight
          size={14}
          className={cx('shrink-0 text-muted transition-transform', open && 'rotate-90')}
          aria-hidden
        />
        <span className="min-w-40 flex-1 text-compact">{eventName(event)}</span>
        {last && (
          <span className="figures text-xs text-muted">
            {last.status ?? t('no answer')} · {t('{duration} ms', { duration: last.durationMs })}
          </span>
        )}
        <span className="figures text-xs text-muted">{fullTime(createdAt)}</span>
        <Badge tone={tones[status]}>
          {status === 'pending' && attempts.length > 0 ? t('Is tried again') : deliveryWords[status]}
        </Badge>
      </button>
      {open && (
        <div id={id} className="border-t border-line bg-sunken/50">
          <Details delivery={delivery} disabled={disabled} />
        </div>
      )}
    </li>
  );
}

function Details({ delivery, disabled }: { delivery: WebhookDelivery; disabled: boolean }) {
  const { id, webhookId, body, attempts, nextAttemptAt } = delivery;
  const replay = useReplay(webhookId);
  return (
    <div className="space-y-3 px-4 py-3">
      <ol aria-label={t('Attempts, the last one first')} className="space-y-2">
        {attempts.map((one) => (
          <li key={one.at} className="text-compact">
            <span className="figures text-muted">{fullTime(one.at)}</span> {attemptWords(one)}
            {one.responseBody && (
              <pre className="mt-1 max-h-40 overflow-auto rounded-lg border border-line bg-surface p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
                {one.responseBody}
              </pre>
            )}
          </li>
        ))}
        {attempts.length === 0 && <li className="text-compact text-muted">{t('Not tried yet.')}</li>}
      </ol>
      {nextAttemptAt && attempts.length > 0 && (
        <p className="text-xs text-muted">
          {t('The next attempt comes {nextAttemptAt}.', { nextAttemptAt: fullTime(nextAttemptAt) })}
        </p>
      )}
      {body && <CodeBlock label={t('What is sent')} code={readable(body)} />}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-mono text-xs text-muted wrap-anywhere">{`webhook-id ${id}`}</p>
        <Button
          small
          disabled={disabled || replay.isPending}
          onClick={() => void attempt(replay.mutateAsync(id), t('It is sent again.'))}
        >
          {t('Send again')}
        </Button>
      </div>
    </div>
  );
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
