import { Inject, Injectable } from '@nestjs/common';
import { BatonError, labelsEditableDays, type ClosingView, type IntentLabelView } from '#contracts';
import {
  actorNames,
  DATABASE,
  type Conversation,
  type Database,
  type IntentLabel,
  type Resolution,
  type Transaction,
} from '#database';
import type { AgentActor } from '../actors.js';
import { lockConversation } from '../append.js';
import { choicesOnScreen } from './choices.js';
import { findRequest, placeOf, readEpisode, type EpisodeReading } from './episode-reading.js';
import { knownLabel, labelsNow, spanOf, writeLabel } from './intent-labels.js';

/** So many of an episode's newest messages can be chosen from, beside those it is about. */
const shownRequests = 50;
const dayMs = 24 * 3_600_000;

/** What closing a conversation would teach, what it has taught, and how that is put right. */
@Injectable()
export class Closings {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async view({ workspaceId }: AgentActor, id: string): Promise<ClosingView> {
    const conversation = await this.db.conversation.findFirst({ where: { id, workspaceId } });
    if (!conversation) throw new BatonError('CONVERSATION_UNKNOWN');
    const { episodeId } = conversation;
    if (episodeId === null) return { requests: [], replied: false, openQuestion: null, taught: null };
    const episode = await readEpisode(this.db, conversation);
    const intents = await this.db.intent.findMany({ where: { workspaceId }, select: { id: true, name: true } });
    const known = new Set(intents.map(({ name }) => name));
    const { openQuestion: open } = episode;
    const resolution = await this.closed(this.db, conversation);
    const shown = episode.requests.filter(({ isSubject }, n, all) => isSubject || n >= all.length - shownRequests);
    return {
      requests: shown.map(({ ranked, oosScore, sureOf, isSubject, ...place }) => ({
        ...place,
        proposed: isSubject,
        sureOf: sureOf !== null && known.has(sureOf) ? sureOf : null,
        choices: choicesOnScreen({ ranked, oosScore }, known, episodeId),
      })),
      replied: episode.closingReply !== null,
      openQuestion: open && {
        text: open.message.text,
        decided: open.decision && { rule: open.decision.rule, reason: open.decision.reason },
      },
      taught:
        resolution && (await this.taught(resolution, episode, new Map(intents.map(({ id, name }) => [id, name])))),
    };
  }

  /** Any agent's word, for a while after the closing. Throws LABELS_SETTLED, LABEL_MESSAGE_UNKNOWN or INTENT_UNKNOWN. */
  async relabel(agent: AgentActor, id: string, labels: IntentLabelView[]): Promise<void> {
    const { workspaceId } = agent;
    await this.db.$transaction(async (tx) => {
      const conversation = await lockConversation(tx, workspaceId, id);
      const resolution = await this.closed(tx, conversation);
      if (!resolution || editableUntil(resolution) < new Date()) throw new BatonError('LABELS_SETTLED');
      const episode = await readEpisode(tx, conversation);
      const before = await labelsNow(tx, workspaceId, resolution.id);
      const now = new Map(labels.map((label) => [placeOf(label), label]));
      // What is not said any more is no question.
      for (const [place, label] of before) {
        if (!now.has(place))
          now.set(place, { ...{ messageId: label.messageId, span: spanOf(label) }, intent: null, outOfScope: false });
      }
      const known = [];
      for (const [place, label] of now) {
        const next = await knownLabel(tx, workspaceId, episode, label);
        known.push(next);
        const old = before.get(place);
        const same = old && old.intentId === next.intentId && old.outOfScope === next.outOfScope;
        if (same && old.agentId === agent.userId) continue;
        await writeLabel(tx, agent, conversation, resolution.id, next, episode.closingReply, old);
      }
      const said = known.find(({ source }) => source !== null) ?? known[0];
      await tx.resolution.update({
        where: { id: resolution.id },
        data: {
          kind: said?.kind ?? 'unlabelled',
          intentId: said?.intentId ?? null,
          predictedIntentId: said?.predictedIntentId ?? resolution.predictedIntentId,
          messageId: said?.source ? said.request.messageId : null,
        },
      });
    });
  }

  /** The resolution of the last episode, if an agent closed it and nothing has come since. */
  private closed(tx: Transaction, { workspaceId, status, episodeId }: Conversation): Promise<Resolution | null> {
    if (status !== 'resolved' || !episodeId) return Promise.resolve(null);
    return tx.resolution.findFirst({ where: { workspaceId, episodeId } });
  }

  private async taught(
    resolution: Resolution,
    episode: EpisodeReading,
    names: Map<string, string>,
  ): Promise<ClosingView['taught']> {
    const { workspaceId, agentId, createdAt } = resolution;
    const labels = [...(await labelsNow(this.db, workspaceId, resolution.id)).values()];
    const ids = [agentId, ...labels.map((label) => label.agentId)];
    const nameOf = await actorNames(this.db, workspaceId, ids);
    const shown = (label: IntentLabel) => {
      const place = { messageId: label.messageId, span: spanOf(label) };
      const intent = label.intentId === null ? null : (names.get(label.intentId) ?? null);
      const text = findRequest(episode, place)?.text ?? '';
      return { ...place, intent, outOfScope: label.outOfScope, text, agentName: nameOf.get(label.agentId) ?? '' };
    };
    return {
      agentName: nameOf.get(agentId) ?? '',
      at: createdAt.toISOString(),
      editableUntil: editableUntil(resolution).toISOString(),
      labels: labels.map(shown),
    };
  }
}

function editableUntil({ createdAt }: Resolution): Date {
  return new Date(createdAt.getTime() + labelsEditableDays * dayMs);
}
