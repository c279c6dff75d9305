import { uuidv7 } from 'uuidv7';
import { businessHours, slaPolicy, type BusinessHours, type SlaPolicy, type SlaTimerKind } from '#contracts';
import type { Conversation, Transaction } from '#database';
import { addBusinessSeconds } from './business-seconds.js';

/** The promises that begin with a hand-over to people. */
export async function startPromises(tx: Transaction, conversation: Conversation, at: Date): Promise<void> {
  const policy = await readSlaPolicy(tx, conversation.workspaceId);
  await startTimer(tx, conversation, 'first_response', policy.firstResponseSeconds, policy, at);
  await startTimer(tx, conversation, 'resolution', policy.resolutionSeconds, policy, at);
}

/** The promise of an answer to what the contact wrote to an agent at `at`. */
export async function startNextResponse(tx: Transaction, conversation: Conversation, at: Date): Promise<void> {
  const policy = await readSlaPolicy(tx, conversation.workspaceId);
  await startTimer(tx, conversation, 'next_response', policy.nextResponseSeconds, policy, at);
}

/** Until somebody says otherwise, nothing is promised. */
async function readSlaPolicy(tx: Pick<Transaction, 'slaPolicy'>, workspaceId: string): Promise<SlaPolicy> {
  const nothing = { firstResponseSeconds: null, nextResponseSeconds: null, resolutionSeconds: null };
  const kept = await tx.slaPolicy.findUnique({ where: { workspaceId } });
  return slaPolicy.parse(kept ?? { ...nothing, warnFraction: 0.8, businessHoursOnly: true });
}

/** At most one of a kind is open in a conversation: the one that began first. */
async function startTimer(
  tx: Transaction,
  { workspaceId, id: conversationId, episodeId }: Conversation,
  kind: SlaTimerKind,
  seconds: number | null,
  { warnFraction, businessHoursOnly }: SlaPolicy,
  startedAt: Date,
): Promise<void> {
  if (seconds === null) return;
  const open = { conversationId, kind, metAt: null, cancelledAt: null };
  if ((await tx.slaTimer.count({ where: open })) > 0) return;
  const hours = businessHoursOnly ? await readHours(tx, workspaceId) : around;
  const after = (fraction: number) => addBusinessSeconds(hours, startedAt, seconds * fraction);
  await tx.slaTimer.create({
    data: {
      ...{ id: uuidv7(), workspaceId, conversationId, episodeId: episodeId!, kind, startedAt },
      ...{ warnAt: after(warnFraction), dueAt: after(1) },
    },
  });
}

const around: BusinessHours = { timeZone: 'UTC', week: [], holidays: [] };

async function readHours(tx: Transaction, workspaceId: string): Promise<BusinessHours> {
  return businessHours.parse((await tx.businessHours.findUnique({ where: { workspaceId } })) ?? around);
}
