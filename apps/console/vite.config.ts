import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const gateway = 'http://127.0.0.1:3000';

// What is built is what people get: without this, a build started by a test run would contain React for developers.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

/** Built files are served by the gateway at /console; `vite apps/console` proxies a running gateway instead. */
export default defineConfig({
  base: '/console/',
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: fileURLToPath(new URL('../../dist/apps/console', import.meta.url)),
    emptyOutDir: true,
    // Fonts stay files: the content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    // The first page is loaded once a day by staff; a conversation, set-up, settings, models, charts and languages are chunks of their own.
    chunkSizeWarningLimit: 1000,
    // Zod makes its first schema without `new Function` only if src/no-eval.ts has run: so both are one chunk, which runs first.
    rolldownOptions: {
      // Schemas of which nothing on a page is checked: a twentieth of the first chunk.
      treeshake: {
        moduleSideEffects: [{ test: /libs[\\/]contracts/, sideEffects: false }],
        manualPureFunctions: ['z'],
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|no-eval/ },
            // What the first page needs is one chunk, with all that it imports: many small ones are a sixth larger.
            { name: 'first', test: /console[\\/]src[\\/]app\.tsx$/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': gateway, '/socket.io': { target: gateway, ws: true } } },
});
