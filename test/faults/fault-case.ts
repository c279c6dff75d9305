import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '#statistics';
import type { Agent } from './agents.js';
import type { SentMessage } from './history.js';
import type { Stack, StackOptions } from './stack.js';
import type { LoadShape, Visitor } from './visitors.js';

/** What a fault has at hand. */
export interface Scene {
  stack: Stack;
  visitors: Visitor[];
  agents: Agent[];
  random: Random;
  /** Messages that the fault itself sent. */
  sent: SentMessage[];
  /** Lets the load go on for so long. */
  lasting: (seconds: number) => Promise<void>;
  /** Resolves when nothing waits any longer because of an earlier fault. */
  drained: () => Promise<void>;
}

export interface FaultCase {
  name: string;
  /** What is done from outside. */
  fault: string;
  load?: Partial<LoadShape>;
  stack?: StackOptions;
  /** The last five visitors come to the second shop. */
  secondShop?: boolean;
  /** Visitors reach the gateway through a connection that can be cut. */
  throughProxy?: boolean;
  /** Before the apps' load begins. */
  prepare?: (scene: Pick<Scene, 'stack'>) => Promise<() => Promise<void>>;
  /** Resolves when the fault is over. */
  inject: (scene: Scene) => Promise<void>;
  /** Messages with such a text are for people because of the fault, and rightly so. */
  excused?: RegExp;
  /** The fault lasts as long as a decision may take, or longer: who has waited that long goes to people, and rightly so. */
  outlastsDeadline?: boolean;
  /** Part of `npm test`. */
  short?: boolean;
}

export const lasting = (seconds: number) => pause(seconds * 1000);
