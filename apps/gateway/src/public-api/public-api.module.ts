import { Module } from '@nestjs/common';
import { ContactMerging, Contacts } from '#contacts';
import { KnowledgeModule } from '#knowledge';
import { ReportsModule } from '#reports';
import { WebhooksModule } from '#webhooks';
import { AuthenticationModule } from '../authentication/authentication.module.js';
import { PublicContacts } from './contacts.js';
import { PublicContactsController } from './contacts.controller.js';
import { PublicConversationsController } from './conversations.controller.js';
import { IdempotentRequests } from './idempotent-requests.js';
import { ConversationLabelsController } from './labels.controller.js';
import { PublicKnowledgeController } from './knowledge.controller.js';
import { OwnershipController } from './ownership.controller.js';
import { PublicReportsController } from './reports.controller.js';
import { PublicWebhooksController } from './webhooks.controller.js';
import { PublicWorkspaceController } from './workspace.controller.js';

/** /api/v1: what other programs may rely on. Its documentation is made of this module alone. */
@Module({
  imports: [AuthenticationModule, KnowledgeModule, ReportsModule, WebhooksModule],
  controllers: [
    PublicContactsController,
    PublicConversationsController,
    OwnershipController,
    ConversationLabelsController,
    PublicKnowledgeController,
    PublicReportsController,
    PublicWebhooksController,
    PublicWorkspaceController,
  ],
  providers: [Contacts, ContactMerging, PublicContacts, IdempotentRequests],
})
export class PublicApiModule {}
