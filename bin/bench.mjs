// `npm run bench -- NAME [--json]`: builds, then runs bench/NAME.ts; without a name, lists them.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { readdirSync } = await import('node:fs');
  const { inRoot } = await import('./setup/paths.mjs');
  const { Unmet } = await import('./setup/requirements.mjs');
  const names = readdirSync(inRoot('bench'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
  const [name, ...args] = process.argv.slice(2);
  if (!name) return console.log(`npm run bench -- NAME [--json], where NAME is one of: ${names.join(', ')}`);
  if (!names.includes(name)) throw new Unmet(`There is no benchmark "${name}": choose one of ${names.join(', ')}.`);
  const { prepare } = await import('./setup/build.mjs');
  const { show } = await import('./setup/run.mjs');
  await prepare();
  process.exitCode = await show(process.execPath, [inRoot('dist/bench', `${name}.js`), ...args]);
});
