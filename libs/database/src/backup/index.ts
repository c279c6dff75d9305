export { dump } from './dump.js';
export { CannotRestore, restore } from './restore.js';
