import type { Similarity } from '#contracts';
import { dot } from '#statistics';
import { bilinear } from '../answer-selection/index.js';
import type { ComparedText, LoadedModel } from './loaded-model.js';

/** A message that follows on an answered question, and by the encoder before it was tuned the question's vector and that of both together. */
export interface FollowUp {
  message: ComparedText;
  question: Float32Array;
  together: Float32Array;
}

export async function followUpOf(model: LoadedModel, message: string, question: string): Promise<FollowUp> {
  return {
    message: await model.vectorsOf(message),
    question: await model.untunedVectorOf(question),
    together: await model.untunedVectorOf(`${question} ${message}`),
  };
}

/**
 * How near each of `texts` is to a message. What an encoder learns about intents it forgets about details, which is what tells the sentences of
 * one answer apart, so that the one before tuning is asked, too. `selection`: the matrix of `bilinear`; null: none was learned.
 */
export function similaritiesOf(
  { message, question, together }: FollowUp,
  texts: ComparedText[],
  selection: Float32Array | null,
): Similarity[] {
  return texts.map(({ untuned, tuned }) => ({
    message: dot(message.untuned, untuned),
    question: dot(question, untuned),
    together: dot(together, untuned),
    tuned: dot(message.tuned, tuned),
    selected: selection ? bilinear(selection, message.untuned, untuned) : 0,
  }));
}
