import { z } from 'zod';
import { activity } from '../activity.js';
import {
  conversationPriority,
  conversationStatus,
  escalationReason,
  messageKind,
  ownerType,
  senderType,
} from '../enums.js';
import { email } from '../settings/account.js';
import { messageText, safeText } from '../text.js';
import { attachmentView } from '../views.js';
import { pageOf, pageQuery } from './pages.js';

const time = z.iso.datetime();

export const apiConversation = z
  .object({
    id: z.uuid(),
    inboxId: z.uuid(),
    contactId: z.uuid(),
    status: conversationStatus,
    owner: z
      .object({
        type: ownerType,
        id: z
          .uuid()
          .nullable()
          .describe('An agent, or the API key that took it over; null: the bot or the waiting line.'),
        name: z.string().nullable(),
      })
      .meta({ id: 'ConversationOwner' }),
    teamId: z.uuid().nullable().describe('Whose agents it waits for; null: anybody.'),
    priority: conversationPriority,
    reason: escalationReason.nullable().describe('Why it is, or last was, with people.'),
    labelIds: z.array(z.uuid()),
    lastSeq: z.number().int().describe('`seq` of the last message; 0: there is none.'),
    lastMessageAt: time,
    waitingSince: time.nullable().describe("The customer's first message that nobody has answered yet."),
    createdAt: time,
  })
  .meta({ id: 'Conversation' });
export type ApiConversation = z.infer<typeof apiConversation>;

export const apiMessage = z
  .object({
    id: z.uuid(),
    conversationId: z.uuid(),
    seq: z.number().int().positive().describe('Gapless in its conversation, from 1.'),
    kind: messageKind.describe(
      'inbound: by the customer. note: for colleagues only. activity: something that happened.',
    ),
    sender: z
      .object({ type: senderType, id: z.uuid().nullable(), name: z.string().nullable() })
      .meta({ id: 'MessageSender' }),
    text: z.string().describe('Plain text; empty where `activity` says it.'),
    activity: activity.nullable(),
    attachments: z.array(attachmentView),
    createdAt: time,
  })
  .meta({ id: 'Message' });
export type ApiMessage = z.infer<typeof apiMessage>;

export const apiConversationQuery = z.object({
  status: conversationStatus.optional(),
  inboxId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  ownerId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  activeSince: time
    .refine((at) => !at.startsWith('0000'))
    .optional()
    .describe('Only those with a message at this time or later.'),
  ...pageQuery,
});
export const apiConversationPage = pageOf(apiConversation).meta({ id: 'ConversationPage' });

export const apiMessageQuery = z.object({
  afterSeq: z.coerce.number().int().min(0).max(2_147_483_647).default(0).describe('Only messages after this `seq`.'),
  limit: pageQuery.limit,
});
export const apiMessagePage = z
  .object({
    items: z.array(apiMessage),
    hasMore: z.boolean().describe('Ask again with `afterSeq` of the last item.'),
  })
  .meta({ id: 'MessagePage' });

/** A contact that is known, or one by what the shop knows: found by `externalId`, or made. */
const onBehalfOf = z.union([
  z.object({ id: z.uuid() }).meta({ id: 'KnownContact' }),
  z
    .object({
      externalId: safeText(200).optional(),
      name: safeText(100).optional(),
      email: email.optional(),
    })
    .meta({ id: 'ContactByDetails' }),
]);
export const apiCreateConversation = z
  .object({
    inboxId: z.uuid(),
    contact: onBehalfOf,
    text: messageText.describe('What the customer wrote; the bot answers it as any other message.'),
  })
  .meta({ id: 'CreateConversation' });

export const apiCreateMessage = z
  .object({
    kind: z
      .enum(['reply', 'note'])
      .meta({ id: 'WrittenKind' })
      .describe('reply: to the customer, once the key has taken the conversation over.'),
    text: messageText,
  })
  .meta({ id: 'CreateMessage' });

export const apiAssign = z
  .union([
    z.object({ agentId: z.uuid() }).meta({ id: 'AssignToAgent' }),
    z
      .object({
        teamId: z.uuid().nullable().describe('null: the waiting line of all.'),
        reason: escalationReason.default('customer_request'),
      })
      .meta({ id: 'AssignToTeam' }),
  ])
  .meta({ id: 'Assign' });

export const apiResolve = z
  .object({
    intent: safeText(100).nullable().default(null).describe('The name of the intent it was about; teaches the bot.'),
    outOfScope: z.boolean().default(false).describe('It was about none of the intents; teaches the bot too.'),
  })
  .meta({ id: 'Resolve' });
