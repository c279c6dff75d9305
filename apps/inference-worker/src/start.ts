import { loadConfig } from '#config';
import { startHeadlessApp } from '#realtime';
import { InferenceWorkerModule } from './inference-worker.module.js';

await startHeadlessApp('inference-worker', InferenceWorkerModule, loadConfig().ports.inferenceWorker);
