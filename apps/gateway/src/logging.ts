import { createLogger } from '#observability';

/** Injection token of the process's one `Logger`. */
export const LOGGER = Symbol('LOGGER');
export const logger = createLogger('gateway');
