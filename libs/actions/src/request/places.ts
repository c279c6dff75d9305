import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { ActionProblem } from './problem.js';

/** Calls to one server: at work, and in line. More fail at once, as those to a slow one do after the timeout. */
const [callsAtOnce, callsInLine] = [8, 8];
/** Calls to all servers together, those in line included: no more messages than this wait for shops. */
export const maxCalls = 32;
/** After so many failures in a row a server is left alone for this long, ms; then one call tries it. */
const [failuresInARow, restMs] = [5, 5000];

/** The places for calls in one process: a slow server takes those of its own shop alone. */
export class Places {
  private readonly all = bulkhead(maxCalls);
  private readonly servers = new Map<string, IPolicy>();

  /** Throws ActionProblem `busy` or `resting` where there is no place. */
  async call<T>(workspaceId: string, url: string, work: () => Promise<T>): Promise<T> {
    const server = this.policyOf(`${workspaceId} ${new URL(url).host}`);
    try {
      return await this.all.execute(() => server.execute(work));
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new ActionProblem('busy');
      if (error instanceof BrokenCircuitError) throw new ActionProblem('resting');
      throw error;
    }
  }

  private policyOf(server: string): IPolicy {
    const known = this.servers.get(server);
    if (known) return known;
    const breaker = circuitBreaker(handleAll, {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(failuresInARow),
    });
    const policy = wrap(bulkhead(callsAtOnce, callsInLine), breaker);
    this.servers.set(server, policy);
    return policy;
  }
}
