import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../data/index.js';
import type { CrossValidation } from './cross-validation.js';

type Part = 'cross-validation' | 'training';

/** Raised when the form of the files below changes, so that an older program's are not read. */
const format = 5;

/**
 * The state of an interrupted run in `OUT.unfinished`, from which the same command goes on. It belongs to one set of rows and settings; with
 * any other it is discarded.
 */
export class Resume {
  private readonly dir: string;

  constructor(outDir: string, corpus: Corpus, settings: unknown[]) {
    this.dir = `${outDir}.unfinished`;
    const identity = createHash('sha256')
      .update(JSON.stringify([format, corpus.rows, ...settings]))
      .digest('hex');
    if (this.read('run')?.toString() === identity) return;
    this.done();
    this.write('run', identity);
  }

  /** State of the trainer when `part` was interrupted. */
  state(part: Part): Buffer | undefined {
    return this.read(`${part}.state`);
  }

  saveState(part: Part, state: Buffer): void {
    this.write(`${part}.state`, state);
  }

  get crossValidation(): CrossValidation | undefined {
    const json = this.read('cross-validation.json');
    return json && (JSON.parse(json.toString('utf8')) as CrossValidation);
  }

  saveCrossValidation(results: CrossValidation): void {
    this.write('cross-validation.json', JSON.stringify(results));
    rmSync(join(this.dir, 'cross-validation.state'), { force: true });
  }

  done(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** The process may be killed at any moment, so a file is whole or as it was. */
  private write(name: string, content: string | Buffer): void {
    mkdirSync(this.dir, { recursive: true });
    const partial = join(this.dir, `${name}.partial-${process.pid}`);
    writeFileSync(partial, content);
    renameSync(partial, join(this.dir, name));
  }

  private read(name: string): Buffer | undefined {
    const file = join(this.dir, name);
    return existsSync(file) ? readFileSync(file) : undefined;
  }
}
