import type { MessageView, PredictionView } from '#contracts';
import { useModelNumber } from '../models/queries.js';
import { likelihood } from '../ui/format.js';
import { Hint } from '../ui/hint.js';
import { titleOf, useIntents } from './intents.js';

/** Which model said this, and how sure it was. */
export function BotProvenance({ message, prediction }: { message: MessageView; prediction: PredictionView | null }) {
  const intents = useIntents();
  const number = useModelNumber(message.modelVersionId);
  if (!message.modelVersionId) return null;
  const model = number ? `model version ${number}` : `model ${message.modelVersionId.slice(-8)}`;
  const top = prediction?.topK[0];
  return (
    <Hint
      side="bottom"
      text={
        top
          ? `Understood as “${titleOf(intents.data, top.intent)}”, ${likelihood(prediction.confidence)} sure, by ${model}.`
          : `Said by ${model}.`
      }
    >
      <button type="button" className="figures mt-1 rounded text-xs text-muted hover:text-ink">
        {prediction ? `${likelihood(prediction.confidence)} sure` : 'Bot'}
        {number && ` · v${number}`}
      </button>
    </Hint>
  );
}
