import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

interface Request {
  tokens: number;
  threads: number;
  steps: number;
  dropProbability: number;
  schedule: number;
}

/** PyTorch in a process of its own. It waits while the other side is measured. */
export interface Torch {
  version: string;
  /** Files of the libraries that compute its matrix products. */
  blas: string[];
  /** Rejects with `TorchUnusable` where PyTorch fails or takes far longer than any usable BLAS needs. */
  steps(request: Request): Promise<{ seconds: number; losses: number[] }>;
  stop(): void;
}

/** PyTorch is there but nothing can be compared with it. The message says what to do. */
export class TorchUnusable extends Error {}

const install = 'Debian and Ubuntu: apt-get install python3-torch libopenblas0-openmp';
export const withoutTorch = `PyTorch is not installed, so there is nothing to compare with (${install}).`;

/** Debian's python3-torch belongs to the system's Python, which need not be the first on the PATH. */
const systemPythons = ['/usr/bin/python3', 'python3'];
const script = fileURLToPath(new URL('../../../bench/train/torch_steps.py', import.meta.url));
/** Importing PyTorch takes a few seconds, and a step of the longest batch takes OpenBLAS half a second. */
const [secondsToStart, secondsPerStep] = [120, 15];

/** Runs a comparison; PyTorch reads its work from `folder`, which is removed. A `TorchUnusable` is printed, and the exit code is 1. */
export async function besideTorch(folder: string, compare: (torch: Torch | undefined) => Promise<void>): Promise<void> {
  let torch: Torch | undefined;
  try {
    torch = await startTorch(folder);
    await compare(torch);
  } catch (error) {
    if (!(error instanceof TorchUnusable)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    torch?.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Undefined where no Python has PyTorch. Rejects with `TorchUnusable` where PyTorch does not start or has only the reference BLAS. */
export async function startTorch(folder: string, pythons = systemPythons): Promise<Torch | undefined> {
  for (const python of pythons) {
    const torch = await startWith(python, folder);
    if (torch) return torch;
  }
  return undefined;
}

async function startWith(python: string, folder: string): Promise<Torch | undefined> {
  const child = spawn(python, [script, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // A process that has ended takes no more requests; reading its answer then says so.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').catch(() => undefined);

  /** The next line; undefined once the process has ended. */
  async function read(seconds: number): Promise<unknown> {
    const over = new AbortController();
    const late = setTimeout(1000 * seconds, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
    const line = await Promise.race([lines.next(), late]);
    over.abort();
    if (line !== 'late') return line.done ? undefined : JSON.parse(line.value);
    child.kill();
    throw new TorchUnusable(
      `PyTorch did not answer in ${seconds} s: the machine is too busy, or an optimised BLAS is missing (${install}).`,
    );
  }
  async function failure(): Promise<TorchUnusable> {
    await ended;
    return new TorchUnusable(`PyTorch failed under ${python}: ${errors.trim().split('\n').at(-1)}`);
  }

  const hello = (await read(secondsToStart)) as { torch: string; config: string; blas: string[] } | undefined;
  if (!hello) {
    const { message } = await failure();
    // No such Python, or a Python without PyTorch.
    if (!errors || errors.includes("No module named 'torch'")) return undefined;
    throw new TorchUnusable(message);
  }
  if (hasReferenceBlas(hello)) {
    child.kill();
    throw new TorchUnusable(
      `PyTorch ${hello.torch} has only the reference BLAS (${hello.blas.join(', ')}), which would take hours. ` +
        'Install an optimised one and run this again (Debian and Ubuntu: apt-get install libopenblas0-openmp).',
    );
  }
  return {
    version: hello.torch,
    blas: hello.blas,
    async steps(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const answer = await read(request.steps * secondsPerStep);
      if (!answer) throw await failure();
      return answer as { seconds: number; losses: number[] };
    },
    stop: () => void child.kill(),
  };
}

/**
 * Whether PyTorch's matrix products run on the reference BLAS, which is some 25 times slower than OpenBLAS. `config` is
 * torch.__config__.show(): a build for "generic" takes whatever library libblas.so resolves to, any other build brings its own.
 * `blas` are the files of the loaded libraries, symbolic links resolved.
 */
export function hasReferenceBlas({ config, blas }: { config: string; blas: readonly string[] }): boolean {
  if (!/BLAS_INFO=generic/i.test(config)) return false;
  return blas.length > 0 && !blas.some((file) => /openblas|blis|flexiblas|atlas|mkl/i.test(file));
}
