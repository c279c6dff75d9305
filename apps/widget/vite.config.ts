import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

// What shops get must not depend on the shell that builds it.
process.env['NODE_ENV'] = 'production';

/** The licences of what is bundled ask for their notice in every copy. */
const banner = `/*! Baton chat widget, Apache-2.0. Contains Preact (MIT, (c) Jason Miller) and socket.io-client, engine.io-client and
their parsers (MIT, (c) Guillermo Rauch and Socket.IO contributors). */`;

/** Of Engine.IO's transports, only the two that the gateway speaks: the others would cost a kilobyte. */
const transports: Plugin = {
  name: 'two-transports',
  load: {
    filter: { id: /engine\.io-client\/build\/esm\/transports\/index\.js$/ },
    handler: () => `
      import { Fetch as polling } from './polling-fetch.js';
      import { WS as websocket } from './websocket.js';
      export const transports = { websocket, polling };`,
  },
};

/** A page in another charset than UTF-8 reads a script without a declared one in its own: ASCII is the same in all. */
const ascii: Plugin = {
  name: 'ascii',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escape);
    }
  },
};

const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One classic script with everything inside: what a shop embeds must not load a second file. */
const widget = { entry: 'src/main.ts', formats: ['iife' as const], name: 'Baton', fileName: () => 'widget.js' };
/** The same drawing code for the console's previews, as a module: `vite build --mode preview`. */
const preview = { entry: 'src/preview.tsx', formats: ['es' as const], fileName: () => 'preview.js' };

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  plugins: [transports, ascii],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // For `npm run dev`. The gateway lets the demo's inbox in from the demo shop's page only.
  server: {
    proxy: Object.fromEntries(
      ['/api', '/socket.io'].map((path) => [
        path,
        { target: 'http://127.0.0.1:3000', ws: true, headers: { origin: 'http://localhost:3100' } },
      ]),
    ),
  },
  build: {
    target: 'es2022',
    outDir: '../../dist/apps/widget',
    emptyOutDir: mode !== 'preview',
    lib: mode === 'preview' ? preview : widget,
    rolldownOptions: {
      output: { postBanner: banner },
      // Libraries here declare nothing global: what is not imported can go.
      treeshake: { moduleSideEffects: (id) => !id.includes('/node_modules/') },
    },
  },
}));
