// `npm run demo-model`: trains the model that comes with the demo anew, into models/.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { prepare } = await import('./setup/build.mjs');
  await prepare('server');
  await import('../dist/apps/trainer/src/shipped/train.js');
});
