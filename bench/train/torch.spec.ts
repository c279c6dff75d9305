import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasReferenceBlas, startTorch, TorchUnusable } from './torch.js';

const debian = 'BLAS_INFO=generic, BUILD_TYPE=RelWithDebInfo';
const folder = mkdtempSync(join(tmpdir(), 'baton-torch-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program in the place of Python. */
function python(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, ['#!/bin/sh', ...lines].join('\n'));
  chmodSync(file, 0o755);
  return file;
}
const hello = (blas: string) => `echo '${JSON.stringify({ torch: '2.6.0', config: debian, blas: [blas] })}'`;
const openBlas = hello('/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3');
const withoutTorch = python('absent', `echo "ModuleNotFoundError: No module named 'torch'" >&2`, 'exit 1');
const request = { tokens: 16, threads: 1, steps: 1, dropProbability: 0, schedule: 1 };

it.each([
  ["Debian's reference BLAS", debian, ['/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.12.1'], true],
  ['OpenBLAS in its place', debian, ['/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3'], false],
  ['BLIS in its place', debian, ['/usr/lib/x86_64-linux-gnu/blis-openmp/libblas.so.3'], false],
  ['a build with MKL, beside a NumPy on the reference BLAS', 'BLAS_INFO=mkl', ['/usr/lib64/libblas.so.3.12.0'], false],
  ['a system that does not say what is loaded', debian, [], false],
])('tells the reference BLAS: %s', (_, config, blas, expected) => {
  expect(hasReferenceBlas({ config, blas })).toBe(expected);
});

describe('PyTorch', () => {
  it('is absent where no Python has it', async () => {
    expect(await startTorch(folder, [join(folder, 'no-such-python'), withoutTorch])).toBeUndefined();
  });

  it('is taken from the first Python that has it', async () => {
    const answers = python('answers', openBlas, 'while read line; do echo \'{"seconds": 2, "losses": [3]}\'; done');
    const torch = await startTorch(folder, [withoutTorch, answers]);
    expect(torch?.version).toBe('2.6.0');
    expect(await torch?.steps(request)).toEqual({ seconds: 2, losses: [3] });
    torch?.stop();
  });

  it('is refused with the package to install where it has the reference BLAS alone', async () => {
    const slow = python('slow', hello('/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.12.1'), 'read line');
    const start = startTorch(folder, [slow]);
    await expect(start).rejects.toThrow(TorchUnusable);
    await expect(start).rejects.toThrow('apt-get install libopenblas0-openmp');
  });

  it('is refused with its own error where it does not start', async () => {
    const broken = python('broken', 'echo "Traceback\nImportError: libgloo.so.0: no such file" >&2', 'exit 1');
    await expect(startTorch(folder, [broken])).rejects.toThrow('ImportError: libgloo.so.0: no such file');
  });

  it('is given up with its own error where it ends in the middle', async () => {
    const torch = await startTorch(folder, [
      python('ends', openBlas, 'read line', 'echo "out of memory" >&2', 'exit 1'),
    ]);
    await expect(torch?.steps(request)).rejects.toThrow('out of memory');
  });

  it('is given up where it does not answer in the time of its steps', async () => {
    const torch = await startTorch(folder, [python('hangs', openBlas, 'read line', 'read line')]);
    await expect(torch?.steps({ ...request, steps: 0.001 })).rejects.toThrow('did not answer');
  });
});
