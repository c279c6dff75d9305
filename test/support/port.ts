import { randomInt } from 'node:crypto';
import { requireFree } from '#local-services';

/** As many ports for each spec file that runs at the same time, within what `freePort` draws from. */
const [firstPort, perFile] = [10_000, 2_500];
const given = new Set<number>();

/**
 * A free port that nobody else in this run is given, not even while what listens there is away: the clients of one spec's gateway would
 * find another one's.
 */
export async function ownPort(): Promise<number> {
  const from = firstPort + Number(process.env.VITEST_POOL_ID ?? 0) * perFile;
  const port = randomInt(from, from + perFile);
  if (given.has(port)) return ownPort();
  given.add(port);
  return requireFree({ port }).then(
    () => port,
    () => ownPort(),
  );
}
