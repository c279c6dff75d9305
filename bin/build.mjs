// `npm run build [server]`: installs what is missing and builds what is stale.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { prepare } = await import('./setup/build.mjs');
  await prepare(process.argv[2]);
});
