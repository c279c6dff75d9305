import { Module } from '@nestjs/common';
import { Attachments } from './attachments.js';

/** Needs DatabaseModule beside it. */
@Module({ providers: [Attachments], exports: [Attachments] })
export class AttachmentsModule {}
