import { atOnce } from './at-once.mjs';
import { install } from './install.mjs';
import { inRoot, root } from './paths.mjs';
import { step } from './progress.mjs';
import { requireSpace } from './requirements.mjs';
import { bin, run } from './run.mjs';
import { digest, isStale, writeStamp } from './stale.mjs';

const BUILD_MEGABYTES = 300;
const node = (path, ...args) => run(process.execPath, [bin(path), ...args]);
const isSpec = (file) => /\.spec\.tsx?$/.test(file);
const shared = ['package-lock.json', 'package.json'];

const vite = (app, modes) => ({
  label: `Building the ${app}`,
  inputs: [`apps/${app}`, 'libs/contracts/src', ...shared],
  output: `dist/apps/${app}`,
  build: async () => {
    for (const mode of modes)
      await node('vite/bin/vite.js', 'build', `apps/${app}`, '--mode', mode, '--logLevel', 'warn');
  },
});

/** What can be built; `server` is everything that Node runs. */
const targets = {
  prisma: {
    label: 'Generating the database client',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    output: 'libs/database/src/generated',
    // `generate` needs no schema engine, but the command line insists on one and would download it; any executable satisfies it.
    build: () =>
      run(process.execPath, [bin('prisma/build/index.js'), 'generate'], {
        env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
      }),
  },
  server: {
    label: 'Compiling the server',
    inputs: ['libs', 'prisma', 'bench', 'tsconfig.json', 'tsconfig.build.json', ...shared, ...serverApps()],
    output: 'dist/apps/launcher/src/main.js',
    // Whether the types are right is `npm run check`'s question; to run, half the time is enough.
    build: () => node('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'),
  },
  widget: vite('widget', ['production', 'preview']),
  console: vite('console', ['production']),
};

function serverApps() {
  return ['gateway', 'inference-worker', 'escalation', 'trainer', 'demo-shop', 'cli', 'launcher'].map(
    (app) => `apps/${app}/src`,
  );
}

async function ensure(name) {
  const { label, inputs, output, build } = targets[name];
  const stamp = inRoot('dist/.stamps', name);
  const current = digest(root, inputs, isSpec);
  if (!isStale(stamp, current, inRoot(output))) return;
  requireSpace(root, BUILD_MEGABYTES);
  await step(label, build);
  writeStamp(stamp, current);
}

async function server() {
  await ensure('prisma');
  await ensure('server');
}

async function pages() {
  await ensure('widget');
  await ensure('console');
}

/** Installs what is missing and builds what is stale: the server alone, or everything. */
export async function prepare(what = 'everything') {
  await install();
  // Both at once: two cores, and neither needs the other.
  await atOnce(what === 'server' ? [server()] : [server(), pages()]);
}
