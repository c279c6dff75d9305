import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { ActionCalls, ActionProblem, requireSecretKey, type ActionResult, type Customer } from '#actions';
import { loadConfig } from '#config';
import type { BotTurn } from '#conversation';
import type { Act } from '#decision';
import { createBestEffortRedis } from '#redis';

const hour = 3600;
/** Look-ups in an hour: more than anybody has orders, and too few to guess with. An office or a mobile network stands behind one address. */
const budgets = { contact: 30, address: 300 };

/** Carries out `act` outcomes: counts them in all workers together (each by itself while Redis is away), then calls the shop. */
@Injectable()
export class LookUps implements OnApplicationShutdown {
  private readonly logger = new Logger('actions');
  private readonly redis = createBestEffortRedis();
  private readonly calls: ActionCalls;
  private readonly limiters: Record<keyof typeof budgets, RateLimiterAbstract>;

  constructor() {
    const { actionSecretKey, actionAllowedNetworks } = loadConfig();
    this.calls = new ActionCalls(requireSecretKey(actionSecretKey), actionAllowedNetworks);
    this.limiters = { contact: this.limiter('contact'), address: this.limiter('address') };
  }

  async of({ workspaceId, contactId, addressHash, contact }: BotTurn, { action, slots }: Act): Promise<ActionResult> {
    const counted = [
      this.limiters.contact.consume(contactId),
      ...(addressHash === null ? [] : [this.limiters.address.consume(`${workspaceId} ${addressHash}`)]),
    ];
    try {
      await Promise.all(counted);
      return await this.calls.call(action, slots, customerOf(contact));
    } catch (error) {
      if (error instanceof RateLimiterRes) return 'too_many_lookups';
      if (!(error instanceof ActionProblem)) throw error;
      this.logger.warn(`Action ${action.id}: ${error.message}`);
      return 'failed';
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.redis.disconnect();
    await this.calls.close();
  }

  private limiter(whom: keyof typeof budgets): RateLimiterAbstract {
    const budget = { points: budgets[whom], duration: hour };
    return new RateLimiterRedis({
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      keyPrefix: `${loadConfig().redisPrefix}:limit:lookUp:${whom}`,
      insuranceLimiter: new RateLimiterMemory(budget),
      ...budget,
    });
  }
}

function customerOf({ customerId, email }: BotTurn['contact']): Customer | null {
  return customerId === null ? null : { id: customerId, email };
}
