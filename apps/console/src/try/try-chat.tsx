import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { cx } from '../ui/cx.js';
import type { Turn } from './turn.js';
import { t } from '../language/t.js';

const bubble = 'max-w-[86%] rounded-[18px] px-3.5 py-2.5 text-[15px] leading-snug wrap-anywhere whitespace-pre-line';

/** As a customer sees it. A message is chosen to have it explained. */
export function TryChat({
  turns,
  chosen,
  suggestions,
  busy,
  onChoose,
  onSend,
}: {
  turns: Turn[];
  chosen: number | null;
  /** Shown while nothing has been written. */
  suggestions: string[];
  busy: boolean;
  onChoose: (id: number) => void;
  onSend: (text: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [turns]);

  const send = () => {
    const text = typed.trim();
    if (text === '' || busy) return;
    onSend(text);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <section
      aria-label={t('Chat to try the bot')}
      className="flex h-136 max-h-[calc(100dvh-13rem)] min-h-96 flex-col overflow-hidden rounded-[20px] border border-line bg-surface shadow-pop"
    >
      <header className="flex items-center gap-3 border-b border-line px-4 py-3.5">
        <span className="flex size-10 items-center justify-center rounded-[13px] bg-accent text-lg font-bold text-on-accent">
          B
        </span>
        <div>
          <h2 className="text-base font-semibold">{t('Try it')}</h2>
          <p className="text-compact text-muted">{t('Nothing is sent to anybody')}</p>
        </div>
      </header>
      <div
        ref={log}
        role="log"
        aria-label={t('Messages')}
        tabIndex={0}
        className="flex-1 space-y-4 overflow-y-auto p-4"
      >
        {turns.length === 0 && (
          <div className="space-y-2">
            <p className="text-compact text-muted">{t('Write as a customer would, or begin with one of your own:')}</p>
            {suggestions.map((text) => (
              <button
                key={text}
                type="button"
                onClick={() => onSend(text)}
                className="block max-w-full truncate rounded-full border border-accent px-3.5 py-1.5 text-start text-compact font-medium text-accent hover:bg-accent-soft"
              >
                {text}
              </button>
            ))}
          </div>
        )}
        {turns.map((turn) => (
          <TurnLines key={turn.id} turn={turn} chosen={turn.id === chosen} onChoose={() => onChoose(turn.id)} />
        ))}
      </div>
      <div className="flex items-end gap-2 border-t border-line p-3">
        <textarea
          aria-label={t('Your message')}
          rows={1}
          dir="auto"
          maxLength={4000}
          value={typed}
          placeholder={t('Write a message')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-32 min-h-11 flex-1 resize-none rounded-[22px] border border-edge bg-surface px-4 py-2.5 text-[15px] leading-snug placeholder:text-faint"
        />
        <button
          type="button"
          aria-label={t('Send')}
          disabled={typed.trim() === '' || busy}
          onClick={send}
          className="flex size-11 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent hover:bg-accent-hover disabled:cursor-not-allowed disabled:opacity-55"
        >
          <SendHorizontal size={18} className="rtl:-scale-x-100" aria-hidden />
        </button>
      </div>
    </section>
  );
}

function TurnLines({
  turn: { text, tried, error },
  chosen,
  onChoose,
}: {
  turn: Turn;
  chosen: boolean;
  onChoose: () => void;
}) {
  return (
    <div className="space-y-1.5">
      <div className="flex justify-end">
        <button
          type="button"
          aria-pressed={chosen}
          aria-label={t('Explain: {text}', { text })}
          disabled={!tried}
          onClick={onChoose}
          dir="auto"
          className={cx(
            bubble,
            'rounded-ee-[6px] bg-accent text-start text-on-accent',
            chosen && 'ring-2 ring-accent ring-offset-2 ring-offset-surface',
          )}
        >
          {text}
        </button>
      </div>
      {!tried && !error && (
        <p
          role="status"
          aria-label={t('The bot is thinking')}
          className={cx(bubble, 'w-fit rounded-es-[6px] bg-hover text-muted')}
        >
          …
        </p>
      )}
      {error && <p className="text-end text-xs text-bad">{error}</p>}
      {tried &&
        (tried.decision.text ? (
          <p dir="auto" className={cx(bubble, 'w-fit rounded-es-[6px] bg-hover')}>
            {tried.decision.text}
          </p>
        ) : (
          <p className="py-1 text-center text-compact text-muted">{t('Your people take over from here')}</p>
        ))}
    </div>
  );
}
