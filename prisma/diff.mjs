// Prints the SQL that leads from the committed schema.prisma to the one in the work tree: the body of a new
// prisma/migrations/<timestamp>_<name>/migration.sql. `--from-empty` prints the whole schema.
//   node --experimental-wasm-modules prisma/diff.mjs [--from-empty]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import { SchemaEngine } from '@prisma/schema-engine-wasm';

const path = 'prisma/schema.prisma';
const now = readFileSync(path, 'utf8');
const fromEmpty = process.argv.includes('--from-empty');
const before = fromEmpty ? null : execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' });
const datamodel = (content) => ({ tag: 'schemaDatamodel', files: [{ path, content }] });

const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: process.env.DATABASE_URL }));
const engine = await SchemaEngine.new({ datamodels: [[path, now]] }, () => {}, adapter);
const { stdout } = await engine.diff({
  from: before === null ? { tag: 'empty' } : datamodel(before),
  to: datamodel(now),
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
process.stdout.write(stdout ?? '');
