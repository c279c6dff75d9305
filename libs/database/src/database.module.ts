import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { loadConfig } from '#config';
import { createDatabase, type Database } from './client.js';

/** Injection token of the process's one `Database`. */
export const DATABASE = Symbol('DATABASE');

@Global()
@Module({
  providers: [{ provide: DATABASE, useFactory: () => createDatabase(loadConfig().databaseUrl) }],
  exports: [DATABASE],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.$disconnect();
  }
}
