import { uuidv7 } from 'uuidv7';
import { BatonError, type IntentLabelView } from '#contracts';
import type { Conversation, IntentLabel, Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { findRequest, placeOf, type EpisodeReading } from './episode-reading.js';
import { exampleOf } from './example.js';
import { labelOf, type Label } from './label.js';
import type { Request } from './requests.js';

/** A label as the database knows it. */
export interface KnownLabel extends Label {
  request: Request;
  intentId: string | null;
  outOfScope: boolean;
  predictedIntentId: string | null;
}

/** Throws LABEL_MESSAGE_UNKNOWN or INTENT_UNKNOWN. */
export async function knownLabel(
  tx: Transaction,
  workspaceId: string,
  episode: EpisodeReading,
  { messageId, span, intent, outOfScope }: IntentLabelView,
): Promise<KnownLabel> {
  const request = findRequest(episode, { messageId, span });
  if (!request) throw new BatonError('LABEL_MESSAGE_UNKNOWN');
  return judged(tx, workspaceId, request, intent, outOfScope);
}

/** What an agent says of a request, against what the model said. Throws INTENT_UNKNOWN. */
export async function judged(
  tx: Transaction,
  workspaceId: string,
  request: Request,
  intent: string | null,
  outOfScope: boolean,
): Promise<KnownLabel> {
  const predicted = request.ranked[0]?.intent ?? null;
  return {
    ...labelOf(predicted, intent, outOfScope),
    request,
    intentId: outOfScope ? null : await findIntent(tx, workspaceId, intent),
    outOfScope,
    predictedIntentId: await findIntent(tx, workspaceId, predicted).catch(() => null),
  };
}

/** Null for null; throws INTENT_UNKNOWN for a name the workspace does not have. */
export async function findIntent(tx: Transaction, workspaceId: string, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const intent = await tx.intent.findUnique({ where: { workspaceId_name: { workspaceId, name } } });
  if (!intent) throw new BatonError('INTENT_UNKNOWN');
  return intent.id;
}

/** Writes down an agent's word, and brings the training example of its message in line; `before`: the word that held until now. */
export async function writeLabel(
  tx: Transaction,
  agent: AgentActor,
  conversation: Conversation,
  resolutionId: string,
  { request, intentId, outOfScope, predictedIntentId, source }: KnownLabel,
  closingReply: string | null,
  before?: IntentLabel,
): Promise<void> {
  const { workspaceId } = conversation;
  const { messageId, span, text } = request;
  let exampleId = before?.exampleId ?? null;
  if (source === null) {
    if (exampleId) await tx.trainingExample.deleteMany({ where: { id: exampleId, workspaceId } });
    exampleId = null;
  } else {
    const said = { intentId, outOfScope, source };
    // Whose word it is now stands in the label.
    const changed = { ...said, suspectedIntentId: null, changedAt: new Date(), changedById: null };
    const { count } = exampleId
      ? await tx.trainingExample.updateMany({ where: { id: exampleId, workspaceId }, data: changed })
      : { count: 0 };
    if (count === 0) {
      exampleId = uuidv7();
      const example = await exampleOf(tx, conversation, { id: messageId, text }, closingReply);
      await tx.trainingExample.create({ data: { ...example, ...said, id: exampleId, workspaceId, resolutionId } });
    }
  }
  await tx.intentLabel.create({
    data: {
      ...{ id: uuidv7(), workspaceId, resolutionId, messageId, agentId: agent.userId },
      ...{ spanFrom: span?.from ?? null, spanTo: span?.to ?? null },
      ...{ intentId, outOfScope, predictedIntentId, exampleId },
    },
  });
}

/** The labels of a resolution that hold, by the place of their request: the newest of each. */
export async function labelsNow(
  tx: Transaction,
  workspaceId: string,
  resolutionId: string,
): Promise<Map<string, IntentLabel>> {
  const labels = await tx.intentLabel.findMany({
    where: { workspaceId, resolutionId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(labels.map((label) => [placeOf({ messageId: label.messageId, span: spanOf(label) }), label]));
}

export function spanOf({ spanFrom, spanTo }: IntentLabel): Request['span'] {
  return spanFrom === null || spanTo === null ? null : { from: spanFrom, to: spanTo };
}
