import type { Context } from '../context.js';
import { handOver } from '../handover/hand-over.js';
import type { Outcome } from '../outcome.js';
import { together } from './several.js';
import { withQuestion } from './unsure.js';

/** A part of the message that is less sure is no request that is worth a question. */
const worthAsking = 0.8;

/**
 * The answer, and the question whether the rest of the message is about something else: "the plates came chipped and I was never sent the
 * napkins" may be one matter or two. The outcome as it is where the rest is about nothing that the bot may answer.
 */
export function withPossibleRest(context: Context, outcome: Outcome): Outcome {
  const { intent: answered, possibleRequests } = context.reading;
  const rest = possibleRequests.filter(({ intent }) => intent !== answered);
  const isOfBoth = rest.length > 0 && rest.length < possibleRequests.length;
  if (outcome.kind !== 'answer' || !isOfBoth || rest.some(({ confidence }) => confidence < worthAsking)) return outcome;
  const unsure = handOver(context, 'not_confident');
  const requests = possibleRequests.map((request) => ({
    ...request,
    outcome: request.intent === answered ? outcome : unsure,
  }));
  const asked = together(context, withQuestion(context, requests));
  return asked.kind === 'clarify' ? asked : outcome;
}
