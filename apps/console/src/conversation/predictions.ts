import type { MessageView, PredictionView } from '#contracts';

/**
 * Says what this episode is about and why people have it: of the messages that carried a request, the last one that was handed over,
 * else the last one. Without any, of all messages that a model has read.
 */
export function focalPrediction(
  messages: MessageView[],
  predictions: Record<string, PredictionView>,
  episodeFirstSeq: number,
): PredictionView | null {
  const known = messages
    .filter((message) => message.seq >= episodeFirstSeq)
    .flatMap((message) => predictions[message.id] ?? [])
    .filter((prediction) => prediction.topK.length > 0);
  const requests = known.filter(carriesRequest);
  const about = requests.length > 0 ? requests : known;
  return about.findLast((prediction) => prediction.decision === 'escalate') ?? about.at(-1) ?? null;
}

/** Thanks, a call for a person and a bare reply to the bot’s question say nothing of what the customer wants. */
function carriesRequest({ decision, rule }: PredictionView): boolean {
  return decision !== 'small_talk' && rule !== 'person_asked_for' && rule !== 'question_answered';
}
