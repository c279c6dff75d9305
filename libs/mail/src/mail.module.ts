import { Module } from '@nestjs/common';
import { AttachmentsModule } from '#attachments';
import { MailDeliveries } from './deliveries.js';
import { InboundMail } from './inbound-mail.js';

const services = [InboundMail, MailDeliveries];

/** Needs DatabaseModule and ConversationModule beside it. */
@Module({ imports: [AttachmentsModule], providers: services, exports: services })
export class MailModule {}
