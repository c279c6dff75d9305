import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { FaultCase, Scene } from '../fault-case.js';

async function atRedis({ stack }: Scene, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(stack.redisUrl);
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
}

/** Redis, and the connections to it. */
export const redisCases: FaultCase[] = [
  {
    name: 'redis-restart',
    outlastsDeadline: true,
    fault: 'Redis stopped for 10 s, then started again',
    inject: async ({ stack, lasting }) => {
      await stack.process('redis').stop();
      await lasting(10);
      stack.process('redis').start();
    },
  },
  {
    name: 'redis-killed',
    fault: 'kill -9 Redis, twice',
    short: true,
    inject: async ({ stack, lasting }) => {
      for (let i = 0; i < 2; i++) {
        stack.process('redis').signal('SIGKILL');
        await lasting(3);
      }
    },
  },
  {
    name: 'redis-wiped',
    fault: 'FLUSHALL',
    inject: async (scene) => {
      await atRedis(scene, (redis) => redis.flushall());
      await scene.lasting(3);
    },
  },
  {
    name: 'redis-out-of-memory',
    fault: 'maxmemory of 1 MB with noeviction for 6 s',
    inject: async (scene) => {
      await atRedis(scene, (redis) => redis.config('SET', 'maxmemory', '1mb'));
      await scene.lasting(6);
      await atRedis(scene, (redis) => redis.config('SET', 'maxmemory', '0'));
    },
  },
  {
    name: 'redis-half-open',
    outlastsDeadline: true,
    fault: 'every connection to Redis falls silent for 15 s',
    inject: async ({ stack, lasting }) => {
      stack.redisProxy.set('silent');
      await lasting(15);
      stack.redisProxy.set('pass');
    },
  },
  {
    name: 'redis-slow',
    fault: 'every packet to and from Redis takes 150 ms for 8 s',
    inject: async ({ stack, lasting }) => {
      stack.redisProxy.set('slow');
      await lasting(8);
      stack.redisProxy.set('pass');
    },
  },
  {
    name: 'redis-away-two-gateways',
    outlastsDeadline: true,
    fault: 'Redis cut off for 10 s while visitors and agents sit at two gateways',
    stack: { gateways: 2 },
    inject: async ({ stack, lasting }) => {
      stack.redisProxy.set('refuse');
      await lasting(10);
      stack.redisProxy.set('pass');
    },
  },
  {
    name: 'old-payloads',
    fault: 'jobs of another version of Baton in every queue',
    inject: async ({ stack, lasting }) => {
      const connection = new Redis(stack.redisUrl, { maxRetriesPerRequest: null });
      for (const name of ['inference', 'escalation']) {
        const queue = new Queue(name, { connection, prefix: 'baton:queue' });
        for (const data of [{}, { type: 'unheard-of' }, { messageId: 'x'.repeat(1000) }]) await queue.add(name, data);
        await queue.close();
      }
      connection.disconnect();
      await lasting(5);
    },
  },
];
