import { loadConfig } from '#config';
import { startHeadlessApp } from '#realtime';
import { TrainerModule } from './trainer.module.js';

await startHeadlessApp('trainer', TrainerModule, loadConfig().ports.trainer);
