/** Actions: HTTP calls that a shop declares, what they need from the customer, and what their answers make the bot say. */
export * from './action.js';
export { chooseText, type ChosenText } from './answers/answer-text.js';
export { fillMarks } from './answers/marks.js';
export { contradicts } from './claims/contradicts.js';
export { ActionCalls } from './request/action-calls.js';
export { HttpClient, type SecretHeader } from './request/http-client.js';
export type { HttpRequest } from './request/http-request.js';
export { maxCalls } from './request/places.js';
export { ActionProblem } from './request/problem.js';
export { tryAction } from './request/try-action.js';
export * from './secrets.js';
export * from './settings-problems.js';
export { givenSlots, type GivenText } from './slots/given-slots.js';
export { orderNumbersIn } from './slots/order-number.js';
export { saysUnknown } from './slots/says-unknown.js';
