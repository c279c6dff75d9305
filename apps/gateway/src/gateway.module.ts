import { Module } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { QueueName } from '#contracts';
import { AdministrationModule } from '#administration';
import { ConversationModule } from '#conversation';
import { OutboxRelay, QUEUES } from '#messaging';
import { answers, DATABASE, DatabaseModule, Pulse, type Database } from '#database';
import { CannedResponses } from '#canned-responses';
import { ContactAttributeSettings, ContactMerging, Contacts } from '#contacts';
import { KnowledgeModule } from '#knowledge';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { ReportsModule } from '#reports';
import { AccountController } from './administration/account.controller.js';
import { AuditController } from './administration/audit.controller.js';
import { InboxesController } from './administration/inboxes.controller.js';
import { LabelsController } from './administration/labels.controller.js';
import { NotificationsController } from './administration/notifications.controller.js';
import { OneTimeLinksController } from './administration/one-time-links.controller.js';
import { PasswordStrengthController } from './administration/password-strength.controller.js';
import { PeopleController } from './administration/people.controller.js';
import { RoutingController } from './administration/routing.controller.js';
import { TopicsController } from './administration/topics.controller.js';
import { WorkspaceController } from './administration/workspace.controller.js';
import { ActionsController } from './actions/actions.controller.js';
import { Actions } from './actions/actions.js';
import { IdentityKeysController } from './actions/identity-keys.controller.js';
import { IdentityKeys } from './actions/identity-keys.js';
import { AttachmentsModule } from '#attachments';
import { MailModule } from '#mail';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { VisitorAttachmentsController } from './attachments/visitor-attachments.controller.js';
import { InboundMailController } from './inbound-mail/inbound-mail.controller.js';
import { AgentGateway } from './agent/agent.gateway.js';
import { SetUpController } from './administration/set-up.controller.js';
import { AssistController } from './assist/assist.controller.js';
import { ShopLookUps } from './assist/look-ups.js';
import { ConversationExports } from './assist/exports.js';
import { Suggestions } from './assist/suggestions.js';
import { Summaries } from './assist/summaries.js';
import { AuthController } from './agent/auth.controller.js';
import { AuthenticationModule } from './authentication/authentication.module.js';
import { CustomerTokens } from './authentication/customer-tokens.js';
import { CannedResponsesController } from './canned-responses/canned-responses.controller.js';
import { ColleaguesController } from './agent/colleagues.controller.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { ContactAttributesController } from './contacts/contact-attributes.controller.js';
import { ConversationsController } from './agent/conversations.controller.js';
import { IntentsController } from './agent/intents.controller.js';
import { AnswersController } from './knowledge/answers.controller.js';
import { ExamplesController } from './knowledge/examples.controller.js';
import { KnowledgeIntentsController } from './knowledge/intents.controller.js';
import { Trials } from './knowledge/trials.js';
import { TryController } from './knowledge/try.controller.js';
import { logger, LOGGER } from './logging.js';
import { ModelsController } from './agent/models.controller.js';
import { ApiKeysController } from './integrations/api-keys.controller.js';
import { WebhooksController } from './integrations/webhooks.controller.js';
import { PublicApiModule } from './public-api/public-api.module.js';
import { SavedFiltersController } from './agent/saved-filters.controller.js';
import { SearchController } from './agent/search.controller.js';
import { secretKey } from './secret-key.js';
import { WebhooksModule } from '#webhooks';
import { AddedKits } from './starter-kits/added-kits.js';
import { TicketImports } from '#ticket-staging';
import { TicketImportsController } from './ticket-imports/ticket-imports.controller.js';
import { TicketUploadController } from './ticket-imports/upload.controller.js';
import { SignIn } from './authentication/sign-in.js';
import { StarterKitsController } from './starter-kits/starter-kits.controller.js';
import { TrainingController } from './agent/training.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { VisitorEntrance } from './visitor/visitor-entrance.js';
import { VisitorInboxController } from './visitor/visitor-inbox.controller.js';
import { VisitorSessionsController } from './visitor/visitor-sessions.controller.js';
import { VisitorGateway } from './visitor/visitor.gateway.js';

@Module({
  imports: [
    DatabaseModule,
    ConversationModule,
    KnowledgeModule,
    ModelRegistryModule,
    ReportsModule,
    AdministrationModule,
    AuthenticationModule,
    PublicApiModule,
    WebhooksModule,
    AttachmentsModule,
    MailModule,
    HealthModule.register({
      inject: [DATABASE, Pulse, QUEUES, OutboxRelay],
      useFactory: (db: Database, pulse: Pulse, queues: Record<QueueName, Queue>, relay: OutboxRelay) => ({
        live: { database: () => pulse.beats() },
        ready: {
          database: () => answers(db),
          redis: async () => (await queues.inference.getWaitingCount()) >= 0,
          relay: () => relay.keepsUp(),
        },
      }),
    }),
  ],
  controllers: [
    AnswersController,
    AccountController,
    AttachmentsController,
    AuditController,
    InboxesController,
    LabelsController,
    NotificationsController,
    OneTimeLinksController,
    PasswordStrengthController,
    PeopleController,
    RoutingController,
    TopicsController,
    WorkspaceController,
    ActionsController,
    ApiKeysController,
    AssistController,
    AuthController,
    CannedResponsesController,
    ColleaguesController,
    ContactAttributesController,
    ContactsController,
    ConversationsController,
    IdentityKeysController,
    InboundMailController,
    ExamplesController,
    IntentsController,
    KnowledgeIntentsController,
    ModelsController,
    ReportsController,
    SavedFiltersController,
    SearchController,
    SetUpController,
    StarterKitsController,
    TicketImportsController,
    TicketUploadController,
    TrainingController,
    TryController,
    VisitorAttachmentsController,
    VisitorInboxController,
    VisitorSessionsController,
    WebhooksController,
  ],
  providers: [
    Actions,
    AddedKits,
    AgentGateway,
    CannedResponses,
    ContactAttributeSettings,
    ContactMerging,
    Contacts,
    ConversationExports,
    CustomerTokens,
    IdentityKeys,
    ShopLookUps,
    SignIn,
    Suggestions,
    Summaries,
    TicketImports,
    Trials,
    VisitorEntrance,
    VisitorGateway,
    secretKey,
    { provide: LOGGER, useValue: logger },
  ],
})
export class GatewayModule {}
