// `npm start`: installs, builds, and then becomes the launcher (apps/launcher), which runs Baton until Ctrl-C.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { prepare } = await import('./setup/build.mjs');
  await prepare();
  await import('../dist/apps/launcher/src/main.js');
});
