import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  imports: Record<string, { default: string }>;
};
const specifiers = /(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g;

/** The packages that a compiled program loads, by way of all files that it imports. */
function packagesOf(program: string): Set<string> {
  const packages = new Set<string>();
  const files = new Set([program]);
  for (const file of files) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(specifiers)) {
      if (name!.startsWith('.')) files.add(join(dirname(file), name!));
      else if (name! in imports) files.add(join(imports[name!]!.default));
      else packages.add(name!);
    }
  }
  return packages;
}

it.each([
  ['gateway/src/main.js', false],
  ['escalation/src/main.js', false],
  ['inference-worker/src/model/model-child.js', true],
  ['trainer/src/run/child-main.js', true],
])('%s loads ONNX Runtime: %s', (program, loads) => {
  expect(packagesOf(`dist/apps/${program}`).has('onnxruntime-node')).toBe(loads);
});
