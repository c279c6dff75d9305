import { loadConfig } from '#config';
import { startHeadlessApp } from '#conversation';
import { TrainerModule } from './trainer.module.js';

await startHeadlessApp('trainer', TrainerModule, loadConfig().ports.trainer);
