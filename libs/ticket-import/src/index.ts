/**
 * Tickets from files: read, recognised, mapped, checked. Nothing here knows a database; who stores rows masks them first.
 */
export { Categories, mostCategories } from './categories.js';
export { ImportCheck, textKey, type Refusal } from './check/index.js';
export { firstLook, type FirstLook } from './first-look.js';
export { intentNameOf, intentTitle } from './intent-names.js';
export { readRows, readTexts, type ColumnMap, type TicketRow } from './labelled-rows.js';
export { mapRow, type MappedRow, type Ticket } from './mapping/index.js';
export { openTable, type Encoding, type RawRow, type Table } from './read/index.js';
export { contactNameColumn, recognise } from './recognise/index.js';
export { rejectedCsv, rejectedHeader, type RejectedRow } from './rejected-csv.js';
