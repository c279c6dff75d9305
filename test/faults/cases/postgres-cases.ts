import pg from 'pg';
import type { FaultCase } from '../fault-case.js';

/** PostgreSQL, and the connections to it. */
export const postgresCases: FaultCase[] = [
  {
    name: 'postgres-restart',
    fault: 'PostgreSQL restarted in order',
    inject: async ({ stack, lasting }) => {
      await stack.process('postgres').stop();
      await lasting(2);
      stack.process('postgres').start();
    },
  },
  {
    name: 'postgres-killed',
    fault: 'kill -9 the postmaster',
    inject: async ({ stack, lasting }) => {
      stack.process('postgres').signal('SIGKILL');
      await lasting(4);
    },
  },
  {
    name: 'postgres-away-longer-than-lease',
    outlastsDeadline: true,
    fault: 'PostgreSQL cut off for 12 s, the presence lease is 8 s',
    inject: async ({ stack, lasting }) => {
      stack.postgresProxy.set('refuse');
      await lasting(12);
      stack.postgresProxy.set('pass');
    },
  },
  {
    name: 'postgres-half-open',
    fault: 'every connection to PostgreSQL falls silent for 8 s',
    inject: async ({ stack, lasting }) => {
      stack.postgresProxy.set('silent');
      await lasting(8);
      stack.postgresProxy.set('pass');
    },
  },
  {
    name: 'disk-full',
    fault: 'PostgreSQL’s disk is full for 8 s',
    stack: { smallDisk: true },
    outlastsDeadline: true,
    inject: async ({ stack, lasting }) => {
      stack.disk!.fill();
      await lasting(8);
      stack.disk!.free();
    },
  },
  {
    name: 'postgres-max-connections',
    fault: 'all connections taken by somebody else for 5 s, the apps’ own cut',
    inject: async ({ stack, lasting }) => {
      stack.postgresProxy.cut();
      const clients: pg.Client[] = [];
      try {
        for (;;) {
          const client = new pg.Client({ connectionString: stack.postgresUrl });
          client.on('error', () => undefined);
          await client.connect();
          clients.push(client);
        }
      } catch {
        await lasting(5); // there is no other left
      }
      await Promise.all(clients.map((client) => client.end()));
    },
  },
];
