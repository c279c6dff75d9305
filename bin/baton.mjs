// `npm run -s baton -- COMMAND …`: the command line of apps/cli. Its stdout is the command's alone.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { prepare } = await import('./setup/build.mjs');
  await prepare('server');
  await import('../dist/apps/cli/src/main.js');
});
