import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export const inRoot = (...parts) => join(root, ...parts);

/** Where the databases, logs and secrets of this installation lie. */
export const dataDir = () => resolve(root, process.env.BATON_DATA_DIR ?? 'data');
