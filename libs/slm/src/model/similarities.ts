import type { Similarity } from '#contracts';
import { dot } from '#statistics';
import type { LoadedModel } from './loaded-model.js';

/**
 * How near each of `texts` is to a message that follows on an answered `question`. What an encoder learns about intents it forgets about details,
 * which is what tells the sentences of one answer apart, so that the one before tuning is asked, too.
 */
export async function similaritiesOf(
  model: LoadedModel,
  message: string,
  question: string,
  texts: string[],
): Promise<Similarity[]> {
  const own = await model.vectorsOf(message);
  const asked = await model.untunedVectorOf(question);
  const both = await model.untunedVectorOf(`${question} ${message}`);
  const found: Similarity[] = [];
  for (const text of texts) {
    const { untuned, tuned } = await model.vectorsOf(text);
    found.push({
      message: dot(own.untuned, untuned),
      question: dot(asked, untuned),
      together: dot(both, untuned),
      tuned: dot(own.tuned, tuned),
      selected: await model.selected(own.untuned, untuned),
    });
  }
  return found;
}
