/** Imports of tickets under way, as rows: the parts of a file, its staged tickets, and the step each import is at. */
export { addTickets } from './add-tickets.js';
export { ImportStep, Superseded, type Categorised, type StagedTicket } from './import-steps.js';
export { importFolder, receivePart, withWholeFile } from './parts.js';
export { rejectedRows } from './rejected.js';
export { TicketImports, type Importer } from './ticket-imports.js';
export { importView, previewView, type StoredPreview } from './view.js';
