import { loadConfig } from '#config';
import { startHeadlessApp } from '#conversation';
import { InferenceWorkerModule } from './inference-worker.module.js';

await startHeadlessApp('inference-worker', InferenceWorkerModule, loadConfig().ports.inferenceWorker);
