/** What the bot does with a visitor's message. Pure: the same situation is the same outcome, wherever it is asked. */
export { sentenceLogOdds } from './answered-sentence.js';
export { languageOf } from './context.js';
export * from './decide.js';
export { askWhatAbout } from './handover/person-coming.js';
export * from './outcome.js';
export { around } from './requests/around.js';
export { carriesRequest, requestBefore } from './requests/carries-request.js';
export * from './situation.js';
export * from './threshold.js';
