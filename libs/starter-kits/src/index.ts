/** Intents that shops of three kinds have in common, with wordings and drafts of answers, for whoever starts without tickets. */
export { findKit, starterKits, type KitIntent, type StarterKit } from './starter-kits.js';
