import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.js';

/** A burst waits for a free connection rather than fail: Prisma's own limits are 2 s to start and 5 s to finish, ms. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 };

export function createPool(databaseUrl: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: size });
  pool.on('error', () => undefined); // an idle connection broke; the pool makes a new one when it is needed
  return pool;
}

/** A Prisma client over a `pg` pool: one of its own with `poolSize` connections, or one that others use too. */
export function createDatabase(source: string | pg.Pool, poolSize = 10): PrismaClient {
  const pool = typeof source === 'string' ? { connectionString: source, max: poolSize } : source;
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions });
}

export type Database = PrismaClient;
/** What runs inside `$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** For readiness checks. */
export async function answers(database: Database): Promise<boolean> {
  return (await database.$queryRaw<unknown[]>`SELECT 1`).length === 1;
}
