import { Module } from '@nestjs/common';
import { Agreements } from './agreement.js';
import { Comments } from './comments.js';
import { Reports } from './reports.js';
import { Wallboards } from './wallboard.js';

const providers = [Agreements, Comments, Reports, Wallboards];

/** Needs DatabaseModule beside it. */
@Module({ providers, exports: providers })
export class ReportsModule {}
