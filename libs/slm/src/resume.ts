import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpus.js';
import type { Rehearsed } from './rehearsal.js';

type Part = 'rehearsal' | 'training';

/**
 * What an interrupted run leaves beside its output, so that the same command goes on where it stopped. It belongs to the same rows and
 * settings only; anything else starts anew.
 */
export class Resume {
  private readonly dir: string;

  constructor(outDir: string, corpus: Corpus, settings: unknown[]) {
    this.dir = `${outDir}.unfinished`;
    const identity = createHash('sha256')
      .update(JSON.stringify([corpus.rows, ...settings]))
      .digest('hex');
    if (this.read('run')?.toString() === identity) return;
    this.done();
    this.write('run', identity);
  }

  /** State of the trainer where `part` was interrupted. */
  state(part: Part): Buffer | undefined {
    return this.read(`${part}.state`);
  }

  saveState(part: Part, state: Buffer): void {
    this.write(`${part}.state`, state);
  }

  get rehearsed(): Rehearsed | undefined {
    const json = this.read('rehearsed.json');
    return json && (JSON.parse(json.toString('utf8')) as Rehearsed);
  }

  saveRehearsed(rehearsed: Rehearsed): void {
    this.write('rehearsed.json', JSON.stringify(rehearsed));
    rmSync(join(this.dir, 'rehearsal.state'), { force: true });
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
