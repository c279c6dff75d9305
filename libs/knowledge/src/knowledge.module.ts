import { Module } from '@nestjs/common';
import { Answers } from './answers/answers.js';
import { ExampleExport } from './examples/example-export.js';
import { Examples } from './examples/examples.js';
import { IntentTable } from './intents/intent-table.js';
import { Intents } from './intents/intents.js';

const providers = [Answers, ExampleExport, Examples, Intents, IntentTable];

/** Needs DatabaseModule beside it. */
@Module({ providers, exports: providers })
export class KnowledgeModule {}
