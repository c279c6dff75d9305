import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

const name = 'baton.log';
/** Of one file; `rotate` full ones are kept beside it, baton.log.1 the newest of them. */
const size = '10M';
const rotate = 4;
/** Only whoever runs Baton reads its log. */
const mode = 0o600;

/** What all processes write goes to data/logs/baton.log. Returns the log and its path. */
export function openLog(dataDir: string): { log: Writable; path: string } {
  const folder = join(dataDir, 'logs');
  const path = join(folder, name);
  if (existsSync(path)) chmodSync(path, mode);
  return { log: new ReopeningLog(() => createStream(name, { path: folder, size, rotate, mode })), path };
}

/**
 * A file stream is done for after one failed write, as on a full disk; this one is opened again for the next. What could
 * not be written is lost and counted: no process waits for its log, and no memory is spent on it.
 */
class ReopeningLog extends Writable {
  private file?: RotatingFileStream;
  private lost = 0;

  constructor(private readonly open: () => RotatingFileStream) {
    super({ decodeStrings: false });
  }

  override _write(chunk: string | Buffer, encoding: BufferEncoding, done: () => void): void {
    const file = (this.file ??= this.opened());
    if (this.lost > 0) file.write(`[log] ${this.lost} pieces of output could not be written\n`);
    file.write(chunk, encoding, (error) => {
      this.lost = error ? this.lost + 1 : 0;
      if (error) this.forget(file);
      done();
    });
  }

  override _final(done: () => void): void {
    if (this.file) this.file.end(done);
    else done();
  }

  private opened(): RotatingFileStream {
    const file = this.open();
    file.on('error', () => this.forget(file));
    return file;
  }

  private forget(file: RotatingFileStream): void {
    if (this.file === file) this.file = undefined;
  }
}
