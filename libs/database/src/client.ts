import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';

/** A burst waits for a free connection rather than fail: Prisma's own limits are 2 s to start and 5 s to finish, ms. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 };

/** A Prisma client over a `pg` pool of `poolSize` connections. */
export function createDatabase(databaseUrl: string, poolSize = 10): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: poolSize }),
    transactionOptions,
  });
}

export type Database = PrismaClient;
/** What runs inside `$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
