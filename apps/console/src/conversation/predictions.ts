import type { MessageView, PredictionView } from '#contracts';

type Predictions = Record<string, PredictionView>;

/** Explains why people have the conversation: the last prediction of this episode that escalated, else the last one. */
export function focalPrediction(
  messages: MessageView[],
  predictions: Predictions,
  episodeFirstSeq: number,
): PredictionView | null {
  const known = messages
    .filter((message) => message.seq >= episodeFirstSeq)
    .map((message) => predictions[message.id])
    .filter((prediction) => prediction !== undefined && prediction.topK.length > 0);
  return known.findLast((prediction) => prediction?.decision === 'escalate') ?? known.at(-1) ?? null;
}

/** The prediction behind a bot's message: that of the nearest customer message before it. */
export function predictionBehind(
  messages: MessageView[],
  index: number,
  predictions: Predictions,
): PredictionView | null {
  const asked = messages.slice(0, index).findLast((message) => message.kind === 'inbound');
  return (asked && predictions[asked.id]) ?? null;
}
