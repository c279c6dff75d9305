import { rmSync } from 'node:fs';
import { writeTinyBase } from '../../libs/slm/src/testing/tiny-base.js';
import { atEnd } from './at-end.js';
import { temporaryFolder } from './temporary-folder.js';

/** An encoder that knows the words of `texts` and is trained on in a moment (`BATON_BASE_MODEL`); gone after the spec's last test. */
export function tinyBase(texts: string[]): string {
  const folder = temporaryFolder();
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  writeTinyBase(folder, texts);
  return folder;
}
