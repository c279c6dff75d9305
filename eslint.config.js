import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What each lib may import. Apps may import every lib. */
const layers = {
  statistics: [],
  contracts: [],
  'personal-data': [],
  'starter-kits': ['contracts'],
  artifacts: ['contracts'],
  'onnx-train': ['statistics'],
  config: ['contracts'],
  actions: ['contracts', 'observability'],
  topics: ['contracts', 'background', 'statistics'],
  language: ['contracts'],
  background: ['contracts', 'language'],
  decision: ['contracts', 'actions', 'topics', 'language', 'statistics'],
  observability: ['contracts', 'config'],
  slm: ['contracts', 'background', 'statistics', 'personal-data', 'artifacts', 'onnx-train'],
  'ticket-import': ['contracts'],
  'local-services': [],
  database: ['contracts', 'config'],
  redis: ['config'],
  messaging: ['contracts', 'config', 'database', 'observability', 'redis'],
  realtime: ['contracts', 'config', 'observability', 'redis'],
  'canned-responses': ['contracts', 'database', 'administration'],
  contacts: ['contracts', 'database', 'administration'],
  knowledge: ['contracts', 'database', 'administration', 'personal-data'],
  conversation: [
    'contracts',
    'config',
    'administration',
    'decision',
    'formatted-text',
    'personal-data',
    'database',
    'observability',
    'messaging',
    'realtime',
    'webhooks',
  ],
  administration: ['contracts', 'config', 'database', 'topics'],
  webhooks: ['contracts', 'config', 'database', 'actions', 'administration'],
  'formatted-text': [],
  attachments: ['contracts', 'config', 'database'],
  mail: [
    'contracts',
    'config',
    'database',
    'conversation',
    'attachments',
    'formatted-text',
    'observability',
    'realtime',
  ],
  'ticket-staging': ['contracts', 'config', 'database', 'administration', 'ticket-import'],
  reports: ['contracts', 'config', 'database', 'statistics'],
  'model-registry': ['contracts', 'database', 'administration', 'decision', 'statistics', 'webhooks'],
  'model-artifacts': ['contracts', 'config', 'database', 'artifacts', 'model-registry'],
};
const libs = Object.keys(layers);

/** What each sub-folder of a lib may import, by lib; `.` is the files beside the folders. */
const subLayers = {
  'onnx-train': { graph: [], ops: ['graph'], encoder: ['graph', 'ops'], optimiser: [] },
  conversation: {
    inbox: ['.'],
    sla: ['.', 'inbox'],
    handoff: ['.', 'inbox', 'sla'],
    messages: ['.', 'inbox', 'handoff'],
    turns: ['.', 'inbox', 'handoff'],
    resolution: ['.', 'inbox'],
    'public-api': ['.', 'inbox'],
    organising: ['.', 'inbox', 'handoff', 'resolution'],
    search: ['.', 'inbox'],
  },
  administration: {
    'set-up': ['.', 'people', 'inboxes'],
    people: ['.'],
    workspace: ['.'],
    inboxes: ['.', 'workspace'],
    'api-keys': ['.'],
  },
  'ticket-import': { read: [], recognise: [], mapping: ['read'], check: ['mapping'] },
  'model-registry': { limits: ['.'], versions: ['.', 'limits'], runs: ['.'], report: ['.', 'limits'] },
  knowledge: { answers: ['.'], examples: ['.'], intents: ['.', 'answers', 'examples'] },
  actions: {
    slots: [],
    answers: [],
    request: ['.', 'answers'],
  },
  slm: {
    encoder: [],
    spelling: [],
    data: ['encoder'],
    intents: ['encoder', 'data'],
    auxiliary: ['encoder', 'data', 'intents'],
    'answer-selection': ['encoder'],
    confidence: ['intents'],
    model: ['answer-selection', 'encoder', 'data', 'intents', 'auxiliary', 'confidence', 'spelling'],
    training: ['answer-selection', 'encoder', 'data', 'intents', 'auxiliary', 'confidence', 'model', 'spelling'],
    pretraining: ['encoder', 'data'],
    clustering: ['encoder', 'data', 'intents'],
    testing: ['encoder'],
  },
};

const restrict = (files, regexes) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: regexes.map((regex) => ({ regex, message: 'Import direction: see the layers in eslint.config.js.' })),
      },
    ],
  },
});

/** Regular expressions, because a pattern that starts with # would be a comment. */
const otherLibs = (allowed) => `^#(${libs.filter((lib) => !allowed.includes(lib)).join('|')})$`;
const pathInto = (...folders) => `(^|/)(${folders.join('|')})/`;
const forbiddenInLib = (lib) => [otherLibs(layers[lib]), pathInto('apps', 'libs', 'test')];
const forbiddenInApps = pathInto('apps', 'libs');

/** Directions between the sub-folders of a lib. Specs may use all of them, and what is meant for specs. */
const subFolders = (lib, folders) => {
  const into = (name) => (name === '.' ? '[^/]+$' : `${name}/`);
  const others = (allowed) => `^\\.\\./${allowed.map((name) => `(?!${into(name)})`).join('')}`;
  const every = [...Object.keys(folders), '.'];
  return Object.keys(folders).flatMap((name) => [
    restrict([`libs/${lib}/src/${name}/**`], [...forbiddenInLib(lib), others(folders[name])]),
    restrict([`libs/${lib}/src/${name}/**/*.spec.ts`], [...forbiddenInLib(lib), others(every)]),
  ]);
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'data/',
      'node_modules/',
      'libs/database/src/generated/',
      'models/',
      'packages/client/src/schema.ts',
    ],
  },
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
        setImmediate: 'readonly',
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
  ...libs.map((lib) => restrict([`libs/${lib}/**`], forbiddenInLib(lib))),
  ...Object.entries(subLayers).flatMap(([lib, folders]) => subFolders(lib, folders)),
  restrict(['apps/*/src/**'], [forbiddenInApps]),
  restrict(['apps/widget/**', 'apps/console/**'], [otherLibs(['contracts', 'formatted-text']), forbiddenInApps]),
);
