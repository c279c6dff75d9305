import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { loadConfig } from '#config';
import { createDatabase, createPool, type Database } from './client.js';
import { Pulse } from './pulse.js';
import { Statements } from './statements.js';

/** Injection token of the process's one `Database`. */
export const DATABASE = Symbol('DATABASE');
const POOL = Symbol('POOL');

const poolSize = 10;
const poolProvider = (statementMs?: number) => ({
  provide: POOL,
  useFactory: () => createPool(loadConfig().databaseUrl, poolSize, statementMs),
});

@Global()
@Module({
  providers: [
    poolProvider(),
    { provide: DATABASE, useFactory: (pool: pg.Pool) => createDatabase(pool), inject: [POOL] },
    { provide: Statements, useFactory: (pool: pg.Pool) => new Statements(pool), inject: [POOL] },
    { provide: Pulse, useFactory: (pool: pg.Pool) => new Pulse(pool), inject: [POOL] },
  ],
  exports: [DATABASE, Statements, Pulse],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly pulse: Pulse,
  ) {}

  /** For a process that reads and writes whole data sets and models; nobody waits for its statements, ms. */
  static withStatementDeadline(ms: number): DynamicModule {
    return { module: DatabaseModule, providers: [poolProvider(ms)] };
  }

  async onApplicationShutdown(): Promise<void> {
    this.pulse.stop();
    await this.database.$disconnect();
    await this.pool.end();
  }
}
