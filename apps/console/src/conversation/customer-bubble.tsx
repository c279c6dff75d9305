import type { MessageView } from '#contracts';
import { GraduationCap } from 'lucide-react';
import { useLearning } from '../closing/learning.js';
import { cx } from '../ui/cx.js';
import { t } from '../language/t.js';

/** What a customer wrote. While a closing is asked about, a click has the bot learn it in the place of another. */
export function CustomerBubble({ message: { id, text }, className }: { message: MessageView; className: string }) {
  const learning = useLearning();
  if (!learning?.learnable.has(id)) {
    return (
      <div dir="auto" className={className}>
        {text}
      </div>
    );
  }
  const learned = learning.learned.has(id);
  return (
    <>
      <button
        type="button"
        dir="auto"
        data-learnable
        aria-pressed={learned}
        title={learned ? undefined : t('Learn this message instead')}
        onClick={() => learning.choose(id)}
        className={cx(
          className,
          'text-start outline-offset-2',
          learned ? 'outline-2 outline-accent' : 'hover:outline-2 hover:outline-accent/50',
        )}
      >
        {text}
      </button>
      {learned && (
        <p className="mt-1 flex items-center gap-1 text-xs text-accent-ink">
          <GraduationCap size={13} aria-hidden /> {t('The bot will learn this')}
        </p>
      )}
    </>
  );
}
