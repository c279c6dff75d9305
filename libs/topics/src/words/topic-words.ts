import type { SensitiveTopic } from '#contracts';

/** What names the sensitive topics in one language, as phrases of `parsePhrase`. */
export interface TopicWords {
  /** Words that several phrases name: <body>. `child`: who makes any other danger one to a child, too. */
  sets: Record<string, string> & { child: string };
  /** Idioms and shop's words that look like a topic and are none: "fire sale". Nothing is found in them. */
  ordinary: string[];
  topics: Record<SensitiveTopic, string[]>;
}
