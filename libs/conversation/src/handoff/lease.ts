import { Prisma } from '#database';

interface Setting {
  presenceLeaseSeconds: number;
}

/** Gateways renew leases, and beat themselves, three times a lease. One of those times may be missed. */
const beatsSilent = 2 / 3;
/** A browser notices within 45 s (Socket.IO's ping) that its gateway is gone, and then finds another one. */
const leasesToMove = 2;

/** Conditions on rows of agent_status and gateway_heartbeat, by the database's clock alone. */
const youngerThan = (column: Prisma.Sql, seconds: number) =>
  Prisma.sql`coalesce(${column} > now() - make_interval(secs => ${seconds}), false)`;

/** The agent is there. */
export function leaseLasts({ presenceLeaseSeconds }: Setting): Prisma.Sql {
  return youngerThan(Prisma.sql`agent_status."seenAt"`, presenceLeaseSeconds);
}

/** The gateway has not missed more than one beat. */
export function gatewayBeats({ presenceLeaseSeconds }: Setting): Prisma.Sql {
  return youngerThan(Prisma.sql`gateway_heartbeat."seenAt"`, presenceLeaseSeconds * beatsSilent);
}

/**
 * The lease ran out, and somebody could have renewed it. Where PostgreSQL or the gateways were away nobody could: then no
 * agent is lost until a gateway has beaten without a break for a whole lease. An agent whose own gateway is the one that is
 * away has time to move to another.
 */
export function agentIsLost(setting: Setting): Prisma.Sql {
  const { presenceLeaseSeconds: lease } = setting;
  const steady = Prisma.sql`(${gatewayBeats(setting)}
    AND NOT ${youngerThan(Prisma.sql`gateway_heartbeat.since`, lease)})`;
  return Prisma.sql`agent_status."seenAt" IS NOT NULL AND NOT ${leaseLasts(setting)}
    AND EXISTS (SELECT FROM gateway_heartbeat WHERE ${steady})
    AND (NOT ${youngerThan(Prisma.sql`agent_status."seenAt"`, lease * leasesToMove)} OR NOT EXISTS (
      SELECT FROM gateway_heartbeat WHERE "gatewayId" = agent_status."gatewayId" AND NOT ${steady}))`;
}
