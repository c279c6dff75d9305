/**
 * PostgreSQL's SQLSTATE classes for "not now": 08 connection, 53 out of something (53300: of connections), 57P shut down or
 * starting; and the deadlines 57014 (statement), 25P03 (idle transaction), 55P03 (lock).
 */
const sqlState = /^(08\w{3}|53\w{3}|57P\w\d|57014|25P03|55P03)$/;
/** Prisma's: not reachable, timed out, closed, or no connection or transaction to be had in time. */
const prismaCode = /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2034|P2037)$/;
const nodeCode =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What `pg` throws without any code. */
const pgSentence =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Query read timeout/;

/** Whether the database (or the way to it) is to blame, so that the same again may succeed: what people are told to do. */
export function isUnavailable(error: unknown): boolean {
  return chainOf(error).some((link) => {
    const code = 'code' in link && typeof link.code === 'string' ? link.code : '';
    if (sqlState.test(code) || prismaCode.test(code) || nodeCode.test(code)) return true;
    return 'message' in link && typeof link.message === 'string' && pgSentence.test(link.message);
  });
}

const longestChain = 8;

/** The error and what lies within: causes, and the driver's own words, which Prisma keeps in `meta` (of P2010 above all). */
function chainOf(error: unknown): object[] {
  const chain: object[] = [];
  const pending = [error];
  while (pending.length > 0 && chain.length < longestChain) {
    const link = pending.shift();
    if (typeof link !== 'object' || link === null) continue;
    chain.push(link);
    for (const key of ['cause', 'meta', 'driverAdapterError'] as const) {
      if (key in link) pending.push((link as Record<string, unknown>)[key]);
    }
    const { originalCode, kind } = link as { originalCode?: unknown; kind?: unknown };
    if (typeof originalCode === 'string') chain.push({ code: originalCode });
    if (typeof kind === 'string' && driverKinds.has(kind)) chain.push({ code: 'ECONNRESET' });
  }
  return chain;
}

const driverKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
