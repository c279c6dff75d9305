/** Rows as tickets: the chosen columns, without markup and earlier mails. */
export { mapRow, type Fault, type MappedRow, type Ticket } from './map-row.js';
