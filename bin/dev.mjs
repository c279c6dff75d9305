// `npm run dev`: everything in watch mode. The server restarts on a change, console and widget reload in the browser.
import { main } from './setup/requirements.mjs';

await main(async () => {
  const { spawn } = await import('node:child_process');
  const { prepare } = await import('./setup/build.mjs');
  const { root } = await import('./setup/paths.mjs');
  const { bin } = await import('./setup/run.mjs');
  await prepare();

  // Each ends with this process: they share its terminal, and Ctrl-C reaches all of them.
  const beside = (...args) => spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  beside(bin('@nestjs/cli/bin/nest.js'), 'build', 'gateway', '--watch', '--preserveWatchOutput');
  beside(bin('vite/bin/vite.js'), 'apps/console', '--port', '5173', '--strictPort');
  beside(bin('vite/bin/vite.js'), 'apps/widget', '--port', '5174', '--strictPort');

  process.argv.push('--watch');
  await import('../dist/apps/launcher/src/main.js');
  console.log('With hot reload: console http://localhost:5173/console/, widget http://localhost:5174/');
});
