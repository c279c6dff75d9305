import type { MessageView } from '#contracts';
import { useModelNumber } from '../models/queries.js';
import { Hint } from '../ui/hint.js';
import { t } from '../language/t.js';

/** Which model said this. Why it did stands on the customer's message. */
export function BotProvenance({ message }: { message: MessageView }) {
  const number = useModelNumber(message.modelVersionId);
  if (!message.modelVersionId) return null;
  const said = number
    ? t('Said by model version {number}.', { number })
    : t('Said by model {name}.', { name: message.modelVersionId.slice(-8) });
  return (
    <Hint side="bottom" text={said}>
      <button type="button" className="figures mt-1 rounded text-xs text-muted hover:text-ink">
        {number ? t('Bot · v{number}', { number }) : t('Bot')}
      </button>
    </Hint>
  );
}
