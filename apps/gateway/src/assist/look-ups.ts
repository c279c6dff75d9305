import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  action,
  ActionCalls,
  ActionProblem,
  givenSlots,
  type Action,
  type ActionResult,
  type Customer,
} from '#actions';
import { loadConfig } from '#config';
import type { LookUpView } from '#contracts';
import { DATABASE, type Database } from '#database';
import { SECRET_KEY } from '../secret-key.js';
import { readEpisodeTexts, type EpisodeTexts } from './episode-texts.js';

/** What a shop can say of one conversation: more is not looked up. */
const mostActions = 3;

/** Asks the shop's actions about what stands in a conversation, for the agent who has it. */
@Injectable()
export class ShopLookUps implements OnApplicationShutdown {
  private readonly calls: ActionCalls;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(SECRET_KEY) secretKey: Buffer,
  ) {
    this.calls = new ActionCalls(secretKey, loadConfig().actionAllowedNetworks);
  }

  async ofConversation(workspaceId: string, conversationId: string): Promise<LookUpView[]> {
    const [texts, rows] = await Promise.all([
      readEpisodeTexts(this.db, workspaceId, conversationId),
      this.db.action.findMany({ where: { workspaceId }, orderBy: { title: 'asc' } }),
    ]);
    const complete = rows
      .map((row) => action.parse(row))
      .map((each) => ({ action: each, slots: slotsOf(each, texts) }))
      .filter((each) => each.action.slots.length > 0 && hasAll(each.action, each.slots))
      .slice(0, mostActions);
    return Promise.all(complete.map((each) => this.lookUp(each.action, each.slots, texts.customer)));
  }

  /** The values that an answer's marks get; null: the action has not all it needs, or the shop knows nothing of it. */
  async outputs(asked: Action, texts: EpisodeTexts): Promise<Record<string, string> | null> {
    const slots = slotsOf(asked, texts);
    if (!hasAll(asked, slots)) return null;
    const { state, outputs } = await this.lookUp(asked, slots, texts.customer);
    return state === 'unknown' || state === 'failed' ? null : outputs;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.calls.close();
  }

  private async lookUp(asked: Action, slots: Record<string, string>, customer: Customer | null): Promise<LookUpView> {
    const view = { actionId: asked.id, title: asked.title, slots };
    const own = await this.call(asked, slots, customer);
    if (own === 'failed') return { ...view, state: 'failed', outputs: {} };
    if (typeof own === 'object') {
      return { ...view, state: asked.identity === 'public' ? 'public' : 'confirmed', outputs: own.outputs };
    }
    // An agent may look at any order; that it is this customer's is not said then.
    const found =
      asked.identity === 'verified_contact' ? await this.call({ ...asked, identity: 'public' }, slots, null) : own;
    return typeof found === 'object'
      ? { ...view, state: 'unconfirmed', outputs: found.outputs }
      : { ...view, state: found === 'failed' ? 'failed' : 'unknown', outputs: {} };
  }

  private async call(
    asked: Action,
    slots: Record<string, string>,
    customer: Customer | null,
  ): Promise<Exclude<ActionResult, 'too_many_lookups'>> {
    if (asked.identity === 'signed_in' && customer === null) return 'not_confirmed';
    try {
      return (await this.calls.call(asked, slots, customer)) as Exclude<ActionResult, 'too_many_lookups'>;
    } catch (error) {
      if (error instanceof ActionProblem) return 'failed';
      throw error;
    }
  }
}

function slotsOf({ slots }: Action, { texts, reader, customer }: EpisodeTexts): Record<string, string> {
  const known = slots.filter(({ kind }) => kind === 'email' && customer?.email);
  return {
    ...givenSlots(slots, texts, reader),
    ...Object.fromEntries(known.map(({ name }) => [name, customer!.email!])),
  };
}

function hasAll({ slots }: Action, given: Record<string, string>): boolean {
  return slots.every(({ name }) => given[name] !== undefined);
}
