/** Exports of help desks, told by their headers. */
export { contactNameColumn, recognise, type Recognised } from './recognise.js';
