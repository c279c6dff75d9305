/** Files as rows of named cells, streamed. */
export { openTable } from './open-table.js';
export type { BrokenRow, Encoding, RawRow, Table } from './table.js';
