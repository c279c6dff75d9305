import { Global, Module } from '@nestjs/common';
import { MessagingModule } from '#messaging';
import { RealtimeModule } from '#realtime';
import { Assigning } from './handoff/assigning.js';
import { Handoff } from './handoff/handoff.js';
import { Offers } from './handoff/offers.js';
import { Presence } from './handoff/presence.js';
import { Snoozes } from './handoff/snoozes.js';
import { ChangeNews } from './inbox/change-news.js';
import { Inbox } from './inbox/inbox.js';
import { Reading } from './inbox/reading.js';
import { SavedFilters } from './inbox/saved-filters.js';
import { AgentMessages } from './messages/agent-messages.js';
import { ContactEmail } from './messages/contact-email.js';
import { ContactMessages } from './messages/contact-messages.js';
import { PublicConversations } from './public-api/public-conversations.js';
import { Ratings } from './messages/ratings.js';
import { Receipts } from './messages/receipts.js';
import { ConversationChanges } from './organising/conversation-changes.js';
import { Closings } from './resolution/closings.js';
import { QuietEpisodes } from './resolution/quiet-episodes.js';
import { Resolutions } from './resolution/resolutions.js';
import { UndoResolve } from './resolution/undo.js';
import { Sla } from './sla/sla.js';
import { Search } from './search/search.js';
import { BotTurns } from './turns/bot-turns.js';

const services = [
  AgentMessages,
  Assigning,
  BotTurns,
  ChangeNews,
  Closings,
  ContactEmail,
  ContactMessages,
  ConversationChanges,
  Handoff,
  Inbox,
  Offers,
  Presence,
  PublicConversations,
  QuietEpisodes,
  Ratings,
  Receipts,
  Reading,
  Resolutions,
  Sla,
  SavedFilters,
  Search,
  Snoozes,
  UndoResolve,
];

/** Needs DatabaseModule beside it. */
@Global()
@Module({ imports: [MessagingModule, RealtimeModule], providers: services, exports: services })
export class ConversationModule {}
