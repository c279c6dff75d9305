import { Global, Module } from '@nestjs/common';
import { MessagingModule } from '#messaging';
import { RealtimeModule } from '#realtime';
import { Handoff } from './handoff/handoff.js';
import { Offers } from './handoff/offers.js';
import { Presence } from './handoff/presence.js';
import { Snoozes } from './handoff/snoozes.js';
import { ChangeNews } from './inbox/change-news.js';
import { Inbox } from './inbox/inbox.js';
import { Reading } from './inbox/reading.js';
import { SavedFilters } from './inbox/saved-filters.js';
import { AgentMessages } from './messages/agent-messages.js';
import { ContactMessages } from './messages/contact-messages.js';
import { ConversationChanges } from './organising/conversation-changes.js';
import { QuietEpisodes } from './resolution/quiet-episodes.js';
import { Resolutions } from './resolution/resolutions.js';
import { Search } from './search/search.js';
import { BotTurns } from './turns/bot-turns.js';

const services = [
  AgentMessages,
  BotTurns,
  ChangeNews,
  ContactMessages,
  ConversationChanges,
  Handoff,
  Inbox,
  Offers,
  Presence,
  QuietEpisodes,
  Reading,
  Resolutions,
  SavedFilters,
  Search,
  Snoozes,
];

/** Needs DatabaseModule beside it. */
@Global()
@Module({ imports: [MessagingModule, RealtimeModule], providers: services, exports: services })
export class ConversationModule {}
