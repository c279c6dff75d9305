import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { FaultCase, Scene } from '../fault-case.js';

const badTexts = {
  'inference-worker': { NODE_OPTIONS: `--import ${pathToFileURL(resolve('test/faults/preload/bad-texts.mjs')).href}` },
};

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

/** The inference worker, and the processes that hold its models. */
export const modelCases: FaultCase[] = [
  {
    name: 'worker-killed',
    fault: 'kill -9 the inference worker mid-job, three times',
    short: true,
    inject: async ({ stack, lasting }) => {
      for (let i = 0; i < 3; i++) {
        stack.process('inference-worker').signal('SIGKILL');
        await lasting(2);
        await stack.ready('inference-worker');
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
    stack: { envOf: badTexts },
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
      await stack.db.$executeRaw`
        WITH current AS (
          UPDATE model_version SET stage = 'retired'
          WHERE stage = 'active' AND "workspaceId" = (SELECT id FROM workspace WHERE slug = 'fernhill') RETURNING *),
        copied AS (
          INSERT INTO model_version (id, "workspaceId", version, stage, method, checksum, "nExamples", metrics, gate, "activatedAt")
          SELECT gen_random_uuid(), "workspaceId", version + 1, 'active', method, checksum, "nExamples", metrics, gate, now()
          FROM current RETURNING id)
        INSERT INTO model_artifact ("modelVersionId", path, "workspaceId", checksum, content)
        SELECT copied.id, path, artifact."workspaceId", artifact.checksum,
          CASE WHEN path = 'model.onnx' THEN substring(content FROM 1 FOR 1000) ELSE content END
        FROM copied, model_artifact artifact JOIN current ON current.id = artifact."modelVersionId"`;
      await lasting(2);
      stack.process('inference-worker').signal('SIGKILL');
      await lasting(8);
    },
  },
  {
    name: 'burst-10x',
    fault: 'ten times the messages for 10 s',
    inject: async ({ visitors, lasting }) => {
      for (let i = 0; i < 10; i++) {
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
