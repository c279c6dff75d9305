import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { BatonError } from '#contracts';
import { loadConfig } from '#config';
import { createBestEffortRedis } from '#redis';

/** Times in how many seconds. */
type Budget = readonly [number, number];

const [minute, hour] = [60, 3600];

/**
 * How often what may happen, and in which time (seconds), per whom. An office or a mobile network stands behind one address, too.
 * `shared`: all gateways count together, in Redis, and each by itself while Redis is away. The others cost no round trip.
 */
const table = {
  /** Wrong passwords. */
  signIn: { shared: true, per: { account: [10, 5 * minute], address: [100, 5 * minute] } },
  /** Attempts with a set-up address. */
  setUp: { shared: true, per: { address: [20, 5 * minute] } },
  /** Links that work once, and passwords chosen by them: those that are wrong. */
  oneTimeLink: { shared: true, per: { address: [100, 5 * minute] } },
  /** The current password, asked for before it is changed: wrong ones. */
  ownPassword: { shared: true, per: { account: [10, 5 * minute] } },
  /** Each takes up to about 50 ms of the processor. */
  passwordStrength: { shared: false, per: { address: [120, minute] } },
  /** Pages of shops that show the widget. */
  pageView: { shared: false, per: { address: [6000, minute] } },
  newContact: { shared: true, per: { address: [1000, minute], workspace: [10_000, minute] } },
  /** Handshakes, let in or not. */
  socket: { shared: false, per: { address: [6000, minute] } },
  /** Events of one visitor or agent: far more than hands type, far less than a loop sends. */
  event: { shared: false, per: { actor: [200, 10] } },
  /** Events that do not exist; then the socket is closed. */
  unknownEvent: { shared: false, per: { actor: [20, minute] } },
  message: { shared: false, per: { contact: [3600, hour], address: [72_000, hour], workspace: [720_000, hour] } },
  /** Files of visitors. */
  upload: { shared: false, per: { contact: [60, hour], address: [1200, hour], workspace: [12_000, hour] } },
  /** Addresses that visitors leave, and what they say of a conversation. */
  visitorSays: { shared: true, per: { contact: [20, hour], address: [1000, hour] } },
  /** Messages that a colleague tries out. */
  trial: { shared: false, per: { user: [300, minute] } },
  /** Requests for a person. */
  handOff: { shared: true, per: { contact: [60, hour], address: [3000, hour], workspace: [30_000, hour] } },
  /** Requests of other programs. */
  apiRequest: { shared: true, per: { key: [600, minute], workspace: [3000, minute] } },
  /** Agents who open conversations: each may ask the shop's actions. */
  lookUp: { shared: false, per: { user: [240, minute] } },
  /** Calls of an action that is being set up. */
  actionTest: { shared: false, per: { workspace: [60, minute] } },
} as const satisfies Record<string, { shared: boolean; per: Record<string, Budget> }>;

/** Sockets that one visitor, or one sign-in of an agent, may have on one gateway at a time. */
export const maxSocketsPerToken = 50;
/** Refused credentials on one connection; then it is closed. */
export const maxRefusals = 3;

type Action = keyof typeof table;
type Keys<A extends Action> = Partial<Record<keyof (typeof table)[A]['per'], string>>;

export interface Allowance {
  limit: number;
  remaining: number;
  /** Until the budget is whole again. */
  resetSeconds: number;
  exceeded: boolean;
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<Allowance> {
  const allowance = (state: RateLimiterRes, exceeded: boolean) => ({
    ...{ limit: limiter.points, remaining: state.remainingPoints, exceeded },
    resetSeconds: Math.ceil(state.msBeforeNext / 1000),
  });
  try {
    return allowance(await limiter.consume(key), false);
  } catch (error) {
    if (error instanceof RateLimiterRes) return allowance(error, true);
    throw error;
  }
}

@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly redis = createBestEffortRedis();
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor() {
    for (const [action, { shared, per }] of Object.entries(table)) {
      for (const [whom, [points, duration]] of Object.entries<Budget>(per)) {
        const memory = new RateLimiterMemory({ points, duration });
        this.limiters.set(`${action}:${whom}`, shared ? this.sharedLimiter(`${action}:${whom}`, memory) : memory);
      }
    }
  }

  /** Throws RATE_LIMITED once one of the keys has used up its budget. */
  async spend<A extends Action>(action: A, keys: Keys<A>): Promise<void> {
    if ((await this.take(action, keys)).exceeded) throw new BatonError('RATE_LIMITED');
  }

  /** Spends, and tells what is left of the budget of which the least is left. */
  async take<A extends Action>(action: A, keys: Keys<A>): Promise<Allowance> {
    const allowances = await Promise.all(this.each(action, keys).map(({ limiter, key }) => consume(limiter, key)));
    return allowances.reduce((least, one) => (one.remaining < least.remaining ? one : least));
  }

  /** It was a good attempt and does not count. */
  async refund<A extends Action>(action: A, keys: Keys<A>): Promise<void> {
    await Promise.all(this.each(action, keys).map(({ limiter, key }) => limiter.reward(key)));
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  private each<A extends Action>(action: A, keys: Keys<A>): { limiter: RateLimiterAbstract; key: string }[] {
    return Object.entries(keys as Record<string, string>).map(([whom, key]) => ({
      limiter: this.limiters.get(`${action}:${whom}`)!,
      key,
    }));
  }

  private sharedLimiter(name: string, insuranceLimiter: RateLimiterMemory): RateLimiterRedis {
    const { points, duration } = insuranceLimiter;
    return new RateLimiterRedis({
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      keyPrefix: `${loadConfig().redisPrefix}:limit:${name}`,
      insuranceLimiter,
      points,
      duration,
    });
  }
}
