import { forkAhead } from './model/fork-model.js';

forkAhead();
await import('./start.js'); // not before the fork: loading it takes as long as loading the model's code
