import { Module } from '@nestjs/common';
import { KnowledgeModule } from '#knowledge';
import { WebhooksModule } from '#webhooks';
import { AuthenticationModule } from '../authentication/authentication.module.js';
import { Contacts } from './contacts.js';
import { PublicContactsController } from './contacts.controller.js';
import { PublicConversationsController } from './conversations.controller.js';
import { IdempotentRequests } from './idempotent-requests.js';
import { PublicKnowledgeController } from './knowledge.controller.js';
import { OwnershipController } from './ownership.controller.js';
import { PublicWebhooksController } from './webhooks.controller.js';
import { PublicWorkspaceController } from './workspace.controller.js';

/** /api/v1: what other programs may rely on. Its documentation is made of this module alone. */
@Module({
  imports: [AuthenticationModule, KnowledgeModule, WebhooksModule],
  controllers: [
    PublicContactsController,
    PublicConversationsController,
    OwnershipController,
    PublicKnowledgeController,
    PublicWebhooksController,
    PublicWorkspaceController,
  ],
  providers: [Contacts, IdempotentRequests],
})
export class PublicApiModule {}
