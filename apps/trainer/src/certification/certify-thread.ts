import { parentPort, workerData } from 'node:worker_threads';
import type { TestedLimits, TestSetOutcome } from '#model-registry';
import { certifyAll } from './certify.js';

// Testing many thresholds on many messages takes seconds, in which the trainer has to answer for its jobs.
const { outcomes, limits } = workerData as { outcomes: TestSetOutcome[]; limits: TestedLimits };
parentPort!.postMessage(certifyAll(outcomes, limits));
