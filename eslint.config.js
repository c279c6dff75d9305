import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What each folder of libs/ may import: contracts, onnx-train <- slm, config, database <- messaging, realtime <- conversation, model-registry <- model-artifacts <- apps. */
const layers = {
  contracts: [],
  'onnx-train': [],
  config: ['contracts'],
  observability: ['contracts', 'config'],
  'local-services': [],
  slm: ['contracts', 'onnx-train'],
  database: ['contracts', 'config'],
  redis: ['config'],
  messaging: ['contracts', 'config', 'database', 'observability', 'redis'],
  realtime: ['contracts', 'config', 'observability', 'redis'],
  conversation: ['contracts', 'config', 'database', 'observability', 'messaging', 'realtime'],
  'model-registry': ['contracts', 'database'],
  'model-artifacts': ['contracts', 'config', 'database', 'model-registry'],
};
const libs = Object.keys(layers);

/** What a folder inside a lib may import of its siblings; whatever lies beside the folders is open to all of them. */
const subLayers = {
  conversation: {
    inbox: [],
    handoff: ['inbox'],
    messages: ['inbox', 'handoff'],
    turns: ['inbox', 'handoff'],
    resolution: ['inbox'],
  },
  'model-registry': { limits: [], runs: [], versions: ['limits'] },
};

const forbid = (files, allowed, extra = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [...libs.filter((lib) => !allowed.includes(lib)).map((lib) => `\\#${lib}`), ...extra],
            message: 'Import direction: see the layers in eslint.config.js.',
          },
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'libs/database/src/generated/', 'models/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'apps/*/vite.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.d.mts', '*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: {
        Buffer: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: ['apps/console/**', 'apps/widget/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  ...libs.map((lib) => forbid([`libs/${lib}/**`], layers[lib], ['**/apps/**', '**/libs/**'])),
  ...Object.entries(subLayers).flatMap(([lib, folders]) =>
    Object.entries(folders).map(([folder, allowed]) =>
      forbid([`libs/${lib}/src/${folder}/**`], layers[lib], [
        '**/apps/**',
        '**/libs/**',
        ...Object.keys(folders)
          .filter((other) => other !== folder && !allowed.includes(other))
          .map((other) => `../${other}/*`),
      ]),
    ),
  ),
  forbid(['apps/*/src/**'], libs, ['**/apps/*', '**/libs/**']),
  forbid(['apps/widget/**', 'apps/console/**'], ['contracts'], ['**/apps/*', '**/libs/**']),
);
