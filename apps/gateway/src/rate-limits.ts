import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { BatonError } from '#contracts';
import { loadConfig } from '#config';
import { createRedis } from '#redis';

/** How much of what in which time, seconds. */
const budgets = {
  /** Wrong passwords for one account from one address. */
  account: { points: 10, duration: 300 },
  /** Wrong passwords from one address, whatever the account. */
  address: { points: 100, duration: 300 },
  /** New visitors from one address: an office or a mobile network stands behind one, too. */
  visitors: { points: 1000, duration: 60 },
} as const;
type Budget = keyof typeof budgets;

/** Budgets that all gateways share. Without Redis each gateway counts by itself rather than refuse. */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly redis = createRedis();
  private readonly limiters = Object.fromEntries(
    Object.entries(budgets).map(([name, budget]) => [
      name,
      new RateLimiterRedis({
        storeClient: this.redis,
        keyPrefix: `${loadConfig().redisPrefix}:limit:${name}`,
        insuranceLimiter: new RateLimiterMemory(budget),
        ...budget,
      }),
    ]),
  ) as Record<Budget, RateLimiterRedis>;

  /** Throws RATE_LIMITED once the key has used up its budget. */
  spend(budget: Budget, key: string): Promise<void> {
    return spend(this.limiters[budget], key);
  }

  /** The attempt was a good one and does not count. */
  async refund(budget: Budget, key: string): Promise<void> {
    await this.limiters[budget].reward(key);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

export async function spend(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    throw error instanceof RateLimiterRes ? new BatonError('RATE_LIMITED') : error;
  }
}
