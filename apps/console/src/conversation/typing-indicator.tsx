import type { Thread } from '../store/console-state.js';
import { useSeconds } from '../ui/use-now.js';
import { t } from '../language/t.js';

export function TypingIndicator({
  typing,
  contactName,
}: {
  typing: NonNullable<Thread['typing']>;
  contactName: string;
}) {
  const now = useSeconds();
  if (now >= typing.until) return null;
  return (
    <p className="mt-3 flex items-center gap-2 text-xs text-muted" role="status">
      <span className="flex gap-1" aria-hidden>
        {['delay-0', 'delay-150', 'delay-300'].map((delay) => (
          <span key={delay} className={`size-1.5 animate-bounce rounded-full bg-edge ${delay}`} />
        ))}
      </span>
      <span>{t('{name} is typing…', { name: typing.name ?? contactName })}</span>
    </p>
  );
}
