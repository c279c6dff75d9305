import { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.js';

/** A burst waits for a free connection rather than fail: Prisma's own limits are 2 s to start and 5 s to finish, ms. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 };

/** A statement of the services that takes longer is ended by PostgreSQL, ms. */
const defaultStatementMs = 8000;
/** A connection in use says nothing for this much longer than a statement may take: it is dead, ms. */
const silenceSlackMs = 2000;
/** For a free connection of the pool in a burst, or a new one, ms. */
const connectMs = 10_000;
/** Where a statement may take minutes, this finds a host that is gone, ms. */
const keepAliveMs = 10_000;
/** A transaction whose process forgot it gives its locks back: later than Prisma ends its own, ms. */
const idleInTransactionMs = 15_000;

/**
 * A pool on which nothing waits without end, whatever became of PostgreSQL or the network. Connections that nobody uses are
 * closed after pg's 10 s, so a longer silence is always that of a statement.
 */
export function createPool(databaseUrl: string, size: number, statementMs = defaultStatementMs): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: size,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    stream: () => endedBySilence(statementMs + silenceSlackMs),
  });
  pool.on('error', () => undefined); // an idle connection broke; the pool makes a new one when it is needed
  return pool;
}

/**
 * pg's own `query_timeout` fails the query but leaves the connection in the pool, where the next query waits behind the one
 * that is never answered. Closing the socket takes it out.
 */
function endedBySilence(ms: number): Socket {
  const socket = new Socket();
  socket.setTimeout(ms, () => {
    const sentence = `PostgreSQL has not answered for ${ms / 1000} s`;
    socket.destroy(Object.assign(new Error(sentence), { code: 'ETIMEDOUT', syscall: 'read', errno: -110 }));
  });
  return socket;
}

/**
 * A Prisma client over a `pg` pool: one that others use too, or one of its own with `poolSize` connections. Its own has no
 * deadlines: it is for commands that a person started, which may write for minutes.
 */
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
