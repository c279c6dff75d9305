import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDatabase } from '#database';
import { freshEnvironment } from '../support/environment.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { writeTinyBase } from '../../libs/slm/src/testing/tiny-base.js';

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Surroundings {
  input?: string;
  env?: Record<string, string>;
  /** Sent as soon as there is something on standard output. */
  signal?: NodeJS.Signals;
}

function baton(args: string[], { input = '', env = {}, signal }: Surroundings = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env: { ...process.env, ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    if (signal) child.stdout.once('data', () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

const folder = temporaryFolder();
const model = join(folder, 'model');
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const tickets = file(
  'tickets.csv',
  [
    'Subject,Category',
    'where is my order,status',
    'track my parcel,status',
    'refund please,refund',
    'money back,refund',
  ]
    .map((line) => `${line}\n`)
    .join(''),
);
const jsonl = file(
  'tickets.jsonl',
  [
    ['where is my order', 'status'],
    ['track my parcel', 'status'],
    ['has it been shipped', 'status'],
    ['refund please', 'refund'],
    ['I want my money back', 'refund'],
    ['when will I be refunded', 'refund'],
  ]
    .map(([text, intent]) => `${JSON.stringify({ text, intent })}\n`)
    .join(''),
);

describe('train, evaluate, predict', () => {
  beforeAll(async () => {
    const { code, stdout } = await baton(['train', '--data', jsonl, '--out', model, '--head-only', '--json']);
    expect(code).toBe(0);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events.at(-1)).toMatchObject({ event: 'done', metrics: { n: 6 } });
  });

  test('predict answers every line in order, the blank and the endless ones too', async () => {
    const input = `where is my parcel\n\n${'refund '.repeat(3_000)}\r\nline\u2028separator`;
    const { stdout } = await baton(['predict', '--model', model, '--json'], { input });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({ intent: 'status' });
    expect(lines[1]).toMatchObject({ confidence: 0, decision: 'clarify' });
    expect(lines[2]).toMatchObject({ intent: 'refund' });
    for (const line of lines)
      expect(Object.keys(line).slice(0, 5)).toEqual(['intent', 'confidence', 'oosScore', 'decision', 'topK']);
  });

  test("a help desk's export is read as it is, and any other file by --map", async () => {
    const { code, stdout } = await baton(['evaluate', '--model', model, '--data', tickets, '--json']);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { n: 4 }]);
    const mapped = ['--data', file('words.csv', 'Words;Kind\nmoney back;refund\n'), '--map', 'text=Words,intent=Kind'];
    const predicted = await baton(['predict', '--model', model, ...mapped, '--json']);
    expect(JSON.parse(predicted.stdout)).toMatchObject({ intent: 'refund' });
    const misspelt = await baton(['predict', '--model', model, '--data', tickets, '--map', 'text']);
    expect([misspelt.code, misspelt.stderr]).toEqual([
      1,
      expect.stringContaining('--map text is not understood') as string,
    ]);
  });

  test('evaluate prints its figures', async () => {
    const { stdout } = await baton(['evaluate', '--model', model, '--data', jsonl, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ n: 6, nOos: 0, accuracy: 1, oosAuroc: null, coverageAt5: 1 });
  });

  test('bad data ends with a sentence, a non-zero code and nothing written', async () => {
    const out = join(folder, 'never');
    const unknown = file('unknown.csv', 'Words,Kind\nwhere is my order,status\nrefund please,refund\n');
    const { code, stderr } = await baton(['train', '--data', unknown, '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'unknown.csv has no column "text" (it has: Words, Kind). Say which columns to take: --map',
    );
    const { code: missing, stderr: sentence } = await baton(['predict', '--model', out]);
    expect([missing, sentence]).toEqual([1, expect.stringContaining('is not a model folder') as string]);
  });
});

test('adapters are trained, and used together with the base that they were trained on', async () => {
  const base = join(folder, 'small-base');
  writeTinyBase(base, ['where is my order parcel refund money back track shipped']);
  const out = join(folder, 'adapted');
  const { code, stderr } = await baton(['train', '--data', jsonl, '--base', base, '--out', out, '--adapters']);
  expect(code, stderr).toBe(0);
  expect(readdirSync(out)).toContain('adapters.safetensors');
  const figures = await baton(['evaluate', '--model', out, '--base', base, '--data', jsonl, '--json']);
  expect(JSON.parse(figures.stdout)).toMatchObject({ n: 6 });
  const elsewhere = await baton(['predict', '--model', out], { input: 'refund' });
  expect([elsewhere.code, elsewhere.stderr]).toEqual([1, expect.stringContaining('to --base') as string]);
});

describe('pretrain', () => {
  const letter = (n: number) => String.fromCharCode(97 + (n % 26));
  const texts = Array.from(
    { length: 8_000 },
    (_, i) => `parcel ${letter(i)} ${letter(i / 26)} ${letter(i / 676)} is late`,
  );
  const base = join(folder, 'tiny-base');
  writeTinyBase(base, texts);
  const lines = texts.map((text) => `${JSON.stringify({ text })}\n`);
  const transcripts = file('transcripts.jsonl', lines.slice(0, 640).join(''));
  const manyTranscripts = file('many-transcripts.jsonl', lines.join(''));
  const pretrain = (out: string, data: string, ...more: string[]) => [
    'pretrain',
    '--base',
    base,
    '--out',
    join(folder, out),
    '--data',
    data,
    ...more,
  ];

  test('writes a base that train starts from', async () => {
    const { stdout } = await baton(pretrain('pretrained', transcripts, '--data', jsonl, '--json'));
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toMatchObject({ event: 'done', steps: 22 });
    const args = ['train', '--data', jsonl, '--base', join(folder, 'pretrained'), '--head-only', '--json'];
    const { code } = await baton([...args, '--out', join(folder, 'from-pretrained')]);
    expect(code).toBe(0);
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const { code, stderr } = await baton(pretrain('stopped', manyTranscripts, '--json'), { signal: 'SIGINT' });
    expect([code, stderr]).toEqual([130, 'Interrupted. Nothing was written.\n']);
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  test.each([
    ['labels where they are needed', transcripts, 'transcripts.jsonl has no column "intent"'],
    ['enough text', jsonl, 'only 6 different texts'],
  ])('asks for %s', async (_what, data, sentence) => {
    const objective = data === jsonl ? 'masked' : 'contrastive';
    const { code, stderr } = await baton(pretrain('never', data, '--objective', objective));
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });
});

test('import adds approved examples once, and the intents they name', async () => {
  const env = await freshEnvironment();
  const db = createDatabase(env.DATABASE_URL);
  const workspaceId = uuidv7();
  await db.workspace.create({ data: { id: workspaceId, name: 'Shop', slug: 'shop', customerNumberPattern: 'A##A' } });
  const args = ['import', '--file', tickets, '--json'];
  const first = await baton(args, { env });
  expect(JSON.parse(first.stdout)).toEqual({ imported: 4, known: 0, newIntents: ['status', 'refund'] });
  const second = await baton(args, { env });
  expect(JSON.parse(second.stdout)).toEqual({ imported: 0, known: 4, newIntents: [] });
  const examples = await db.trainingExample.findMany({ where: { workspaceId } });
  expect(examples).toHaveLength(4);
  expect(examples[0]).toMatchObject({ source: 'import', outOfScope: false });
  expect(await db.intent.findMany({ where: { workspaceId, automate: false } })).toHaveLength(2);
  const named = file('named.csv', 'Subject,Category\nI am k77z: write to jo@shop.example,status\n');
  await baton(['import', '--file', named, '--json'], { env });
  expect(await db.trainingExample.count({ where: { text: 'I am number: write to email' } })).toBe(1);
  await db.$disconnect();
});
