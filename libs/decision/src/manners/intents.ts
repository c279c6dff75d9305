const manners: ReadonlySet<string> = new Set(['greeting', 'closing', 'thanks', 'goodbye']);

/** Intents by which customers greet, thank and leave. */
export const isManners = (intent: string): boolean => manners.has(intent);

/** Intents that are a topic to choose. */
export const isTopic = (intent: string): boolean => intent !== 'talk_to_human' && !isManners(intent);
