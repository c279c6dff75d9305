import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { loadConfig } from '#config';
import { createDatabase, createPool, type Database } from './client.js';
import { Statements } from './statements.js';

/** Injection token of the process's one `Database`. */
export const DATABASE = Symbol('DATABASE');
const POOL = Symbol('POOL');

const poolSize = 10;

@Global()
@Module({
  providers: [
    { provide: POOL, useFactory: () => createPool(loadConfig().databaseUrl, poolSize) },
    { provide: DATABASE, useFactory: (pool: pg.Pool) => createDatabase(pool), inject: [POOL] },
    { provide: Statements, useFactory: (pool: pg.Pool) => new Statements(pool), inject: [POOL] },
  ],
  exports: [DATABASE, Statements],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.$disconnect();
    await this.pool.end();
  }
}
