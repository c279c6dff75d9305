import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

interface Request {
  tokens: number;
  threads: number;
  steps: number;
  dropout: number;
  schedule: number;
}

/** PyTorch in a process of its own, waiting while the other side is measured. */
export interface Torch {
  version: string;
  /** The libraries that do its matrix products; the reference BLAS that Debian installs alone is many times slower than OpenBLAS. */
  blas: string[];
  steps(request: Request): Promise<{ seconds: number; losses: number[] }>;
  stop(): void;
}

/** Debian's python3-torch is of the system's Python, which need not be the first on the PATH. */
const pythons = ['/usr/bin/python3', 'python3'];
const script = fileURLToPath(new URL('../../../bench/train/torch_steps.py', import.meta.url));

/** Undefined where no Python has PyTorch. */
export async function startTorch(folder: string): Promise<Torch | undefined> {
  for (const python of pythons) {
    const child = spawn(python, [script, folder], { stdio: ['pipe', 'pipe', 'ignore'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const read = async (): Promise<unknown> => {
      const line = await lines.next();
      return line.done ? undefined : JSON.parse(line.value);
    };
    const missing = once(child, 'error').then(() => undefined);
    const hello = (await Promise.race([read(), missing])) as { torch: string; blas: string[] } | undefined;
    if (!hello) continue;
    return {
      version: hello.torch,
      blas: hello.blas,
      async steps(request) {
        child.stdin.write(`${JSON.stringify(request)}\n`);
        return (await read()) as { seconds: number; losses: number[] };
      },
      stop: () => child.stdin.end(),
    };
  }
  return undefined;
}

export const withoutTorch =
  'PyTorch is not installed, so there is nothing to compare with (Debian and Ubuntu: apt-get install python3-torch libopenblas0-openmp).';
