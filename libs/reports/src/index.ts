/**
 * What supervisors see in numbers, counted from raw rows: `episode-facts.ts` reads what became of each episode, `figures.ts` says what the
 * figures are. docs/reports.md defines them in words.
 */
export { Agreements } from './agreement.js';
export { Comments } from './comments.js';
export * from './reports.js';
export * from './reports.module.js';
export { agreementCsv, groupsCsv } from './tables.js';
export { Wallboards } from './wallboard.js';
