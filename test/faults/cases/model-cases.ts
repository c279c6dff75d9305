import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { checksumFile, sha256 } from '#artifacts';
import type { Database } from '#database';
import { elementTypes, OnnxWriter } from '#onnx-train';
import type { FaultCase, Scene } from '../fault-case.js';

const badTexts = {
  'inference-worker': { NODE_OPTIONS: `--import ${pathToFileURL(resolve('test/faults/preload/bad-texts.mjs')).href}` },
};

/** How long a worker or a model takes to start depends on the machine, and the table shows it. What is lost, the sweep still hands over. */
const patient = { DECISION_DEADLINE_SECONDS: '30' };

/** Children of the worker: the processes in which models run. */
async function modelProcesses({ stack }: Pick<Scene, 'stack'>): Promise<number[]> {
  const { readFileSync, readdirSync } = await import('node:fs');
  const workers = new Set(stack.workers.map((name) => stack.process(name).pid));
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .filter((pid) => {
      try {
        const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!;
        return workers.has(Number(parent));
      } catch {
        return false; // ended meanwhile
      }
    });
}

async function eachModel(scene: Scene, signal: NodeJS.Signals): Promise<void> {
  const pids = await modelProcesses(scene);
  if (pids.length === 0) throw new Error('The worker has no model process');
  for (const pid of pids) process.kill(pid, signal);
}

type Files = Record<string, Uint8Array<ArrayBuffer>>;

/** Makes a changed copy of the first shop's active version the active one, as a promotion would. */
async function activateCopy(db: Database, change: (files: Files) => Files): Promise<void> {
  const { id: workspaceId } = await db.workspace.findUniqueOrThrow({ where: { slug: 'fernhill' } });
  const where = { workspaceId, stage: 'active' } as const;
  const active = await db.modelVersion.findFirstOrThrow({ where, include: { artifacts: true } });
  const files = change(Object.fromEntries(active.artifacts.map(({ path, content }) => [path, content])));
  const { method, nExamples, version } = active;
  const id = uuidv7();
  await db.$transaction([
    db.modelVersion.updateMany({ where, data: { stage: 'retired' } }),
    db.modelVersion.create({
      data: {
        ...{ id, workspaceId, version: version + 1, method, nExamples, stage: 'active', activatedAt: new Date() },
        checksum: sha256(files[checksumFile]!),
        artifacts: {
          create: Object.entries(files).map(([path, content]) => ({
            ...{ path, workspaceId, content, checksum: sha256(content) },
          })),
        },
      },
    }),
  ]);
}

/** A graph that runs, with the right names and with outputs one wide. */
function graphOfOtherShapes(): Uint8Array<ArrayBuffer> {
  const graph = new OnnxWriter();
  const ids = graph.node('Cast', [graph.input('ids', 'int32', ['batch', 'tokens'])], {
    to: { int: elementTypes.float32 },
  });
  const mean = graph.node('ReduceMean', [ids, graph.constant('axis', BigInt64Array.of(1n), [1])]);
  for (const name of ['pooled', 'logits', 'similarity']) graph.output(name, 'float32', ['batch', 1], mean);
  graph.output('neighbour', 'int64', ['batch', 1], graph.node('Cast', [mean], { to: { int: elementTypes.int64 } }));
  return new Uint8Array(graph.finish());
}

/** The list of all other files, as `sha256sum` writes it. */
function checksumsOf(files: Files): Uint8Array<ArrayBuffer> {
  const lines = Object.entries(files)
    .filter(([path]) => path !== checksumFile)
    .map(([path, content]) => `${sha256(content)}  ${path}\n`);
  return new TextEncoder().encode(lines.join(''));
}

/** The inference worker, and the processes that hold its models. */
export const modelCases: FaultCase[] = [
  {
    name: 'worker-killed',
    fault: 'kill -9 the inference worker mid-job, three times',
    stack: { env: patient },
    short: true,
    inject: async ({ stack, lasting, drained }) => {
      for (let i = 0; i < 3; i++) {
        stack.process('inference-worker').signal('SIGKILL');
        await lasting(2);
        await stack.ready('inference-worker');
        await drained(); // so that it is three outages, and not one of longer than a message may wait
      }
    },
  },
  {
    name: 'worker-paused-6s',
    fault: 'SIGSTOP the worker for 6 s, then CONT',
    inject: async ({ stack, lasting }) => {
      stack.process('inference-worker').signal('SIGSTOP');
      await lasting(6);
      stack.process('inference-worker').signal('SIGCONT');
    },
  },
  {
    name: 'worker-paused-40s',
    fault: 'SIGSTOP one of two workers for 40 s, then CONT',
    stack: { workers: 2 },
    inject: async ({ stack, lasting }) => {
      stack.process('inference-worker').signal('SIGSTOP');
      await lasting(40);
      stack.process('inference-worker').signal('SIGCONT');
    },
  },
  {
    name: 'worker-restart-two-shops',
    fault: 'restart the worker in order while two shops ask',
    secondShop: true,
    inject: async ({ stack }) => {
      await stack.process('inference-worker').stop();
      stack.process('inference-worker').start();
      await stack.ready('inference-worker');
    },
  },
  {
    name: 'message-crashes-model',
    fault: 'a message of which the model process dies each time, twice',
    stack: { envOf: badTexts },
    excused: /crash the model/,
    inject: async ({ visitors, lasting }) => {
      for (const visitor of visitors.slice(1, 3)) {
        visitor.ask('please crash the model');
        await lasting(3);
      }
    },
  },
  {
    name: 'message-hangs-model',
    fault: 'a message at which the model process hangs for ever',
    short: true,
    stack: { env: patient, envOf: badTexts },
    excused: /hang the model/,
    inject: async ({ visitors, lasting }) => {
      visitors[1]!.ask('please hang the model');
      await lasting(8);
    },
  },
  {
    name: 'model-native-crash',
    fault: 'SIGSEGV in every model process, twice',
    inject: async (scene) => {
      for (let i = 0; i < 2; i++) {
        await eachModel(scene, 'SIGSEGV');
        await scene.lasting(3);
      }
    },
  },
  {
    name: 'model-hangs',
    fault: 'SIGSTOP every model process for 4 s',
    inject: async (scene) => {
      await eachModel(scene, 'SIGSTOP');
      await scene.lasting(4);
      await eachModel(scene, 'SIGCONT').catch(() => undefined); // replaced meanwhile
    },
  },
  {
    name: 'model-corrupt-restart',
    fault: 'a corrupt version is made active, then the worker restarts',
    inject: async ({ stack, lasting }) => {
      await activateCopy(stack.db, (files) => ({ ...files, 'model.onnx': files['model.onnx']!.subarray(0, 1000) }));
      await lasting(2);
      stack.process('inference-worker').signal('SIGKILL');
      await lasting(8);
    },
  },
  {
    name: 'model-wrong-shape',
    fault:
      'a version whose files match their checksums, and whose graph has other shapes, is made active; then the worker restarts',
    inject: async ({ stack, lasting }) => {
      await activateCopy(stack.db, (files) => {
        const changed = { ...files, 'model.onnx': graphOfOtherShapes() };
        return { ...changed, [checksumFile]: checksumsOf(changed) };
      });
      await lasting(2);
      stack.process('inference-worker').signal('SIGKILL');
      await lasting(8);
    },
  },
  {
    name: 'burst-10x',
    fault: 'ten times the messages for 60 s',
    inject: async ({ visitors, lasting }) => {
      for (let i = 0; i < 60; i++) {
        for (const visitor of visitors) for (let n = 0; n < 9; n++) visitor.ask();
        await lasting(1);
      }
    },
  },
  {
    name: 'two-quick-messages',
    fault: 'every message is followed by a second one at once; two workers',
    stack: { workers: 2 },
    load: { pairs: 100, perSecond: 10 },
    short: true,
    inject: async ({ lasting }) => lasting(8),
  },
];
