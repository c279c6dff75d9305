import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file in `data`. The folder is found from this file, in the sources as in dist/. */
export function dataFile(name: string): string {
  const here = fileURLToPath(import.meta.url);
  const root = here.slice(0, here.lastIndexOf('/libs/background/')).replace(/\/dist$/, '');
  return join(root, 'libs/background/data', name);
}
