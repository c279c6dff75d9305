import type { PredictionView } from '#contracts';
import { CornerDownRight } from 'lucide-react';
import { reasonOf } from '../evidence/reasons.js';
import { likelihood } from '../ui/format.js';
import { Hint } from '../ui/hint.js';
import { titleOf, useIntents } from './intents.js';

const decisions = {
  answer: 'The bot answered by itself.',
  clarify: 'The bot asked back, since two intents were close.',
  ask_slot: 'The bot asked for what the answer needs.',
  escalate: 'The bot handed over to people.',
};

/** What the bot made of a customer's message. */
export function PredictionChip({ prediction }: { prediction: PredictionView }) {
  const intents = useIntents();
  const top = prediction.topK[0];
  if (!top) return null;
  return (
    <Hint
      side="bottom"
      text={
        <>
          <span className="block">{decisions[prediction.decision]}</span>
          {prediction.reason && <span className="block">{reasonOf(prediction.reason).explanation}</span>}
          <span className="mt-1 block opacity-80">
            {prediction.topK
              .map(({ intent, confidence }) => `${titleOf(intents.data, intent)} ${likelihood(confidence)}`)
              .join(' · ')}
          </span>
        </>
      }
    >
      <button
        type="button"
        className="mt-1 inline-flex max-w-full items-center gap-1 rounded text-xs text-muted hover:text-ink"
      >
        <CornerDownRight size={12} className="shrink-0" aria-hidden />
        <span className="truncate">{titleOf(intents.data, top.intent)}</span>
        <span className="figures">{likelihood(prediction.confidence)}</span>
      </button>
    </Hint>
  );
}
