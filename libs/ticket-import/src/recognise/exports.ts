import type { TicketSource } from '#contracts';

/** How the export of a help desk looks: columns by which it is known, and those worth taking, the best first. */
export interface ExportShape {
  source: TicketSource;
  /** All of these are there. */
  known: string[];
  subject: string[];
  body: string[];
  intent: string[];
  reply: string[];
}

/** What shops call the reason of a ticket, whatever the help desk. Custom fields have such names. */
const reasons = [
  'intent',
  'contact reason',
  'reason for contact',
  'reason',
  'category',
  'categories',
  'ticket category',
  'topic',
  'issue type',
  'issue',
  'about',
  'label',
  'labels',
  'kategorie',
  'grund',
  'catégorie',
  'motif',
  'categoría',
  'motivo',
];
const replies = [
  'reply',
  'agent reply',
  'response',
  'answer',
  'first reply',
  'last reply',
  'agent response',
  'antwort',
];

/**
 * Headers in lower case. Zendesk: the account's full CSV and JSON; custom lists end in "[list]". Gorgias: tickets CSV; custom fields
 * begin with "Ticket Field:". Freshdesk: ticket export. HubSpot: CRM export of tickets. Chatwoot: conversations with messages.
 */
export const exportShapes: ExportShape[] = [
  {
    source: 'zendesk',
    known: ['id', 'requester', 'subject', 'via', 'ticket type'],
    subject: ['subject'],
    body: ['description', 'first comment', 'comment'],
    intent: [...reasons, 'tags'],
    reply: replies,
  },
  {
    source: 'zendesk',
    known: ['id', 'subject', 'description', 'requester_id'],
    subject: ['subject'],
    body: ['description'],
    intent: [...reasons, 'tags'],
    reply: replies,
  },
  {
    source: 'gorgias',
    known: ['ticket id', 'initial channel', 'last used integration name'],
    subject: ['subject'],
    body: ['first message', 'message', 'body', 'customer message', 'description'],
    intent: ['ai intent', ...reasons, 'tags'],
    reply: replies,
  },
  {
    source: 'freshdesk',
    known: ['ticket id', 'subject', 'agent', 'group', 'created time'],
    subject: ['subject'],
    body: ['description', 'description text', 'description_text'],
    intent: [...reasons, 'type', 'tags'],
    reply: replies,
  },
  {
    source: 'freshdesk',
    known: ['subject', 'description_text', 'responder_id'],
    subject: ['subject'],
    body: ['description_text', 'description'],
    intent: [...reasons, 'type', 'tags'],
    reply: replies,
  },
  {
    source: 'hubspot',
    known: ['ticket name', 'pipeline', 'ticket status'],
    subject: ['ticket name'],
    body: ['ticket description', 'description'],
    intent: reasons,
    reply: ['resolution', ...replies],
  },
  {
    source: 'chatwoot',
    known: ['conversation id', 'inbox', 'contact name'],
    subject: [],
    body: ['message', 'content', 'first message', 'message content'],
    intent: reasons,
    reply: replies,
  },
  {
    source: 'chatwoot',
    known: ['conversation_id', 'content', 'inbox_id'],
    subject: [],
    body: ['content'],
    intent: reasons,
    reply: replies,
  },
  {
    source: 'other',
    known: [],
    subject: ['subject', 'betreff', 'objet', 'sujet', 'asunto', 'title'],
    body: [
      'text',
      'message',
      'body',
      'description',
      'content',
      'question',
      'query',
      'utterance',
      'comment',
      'sentence',
      'customer message',
      'ticket description',
      'nachricht',
      'beschreibung',
      'frage',
      'description du ticket',
      'mensaje',
      'descripción',
    ],
    intent: [...reasons, 'tags', 'type'],
    reply: replies,
  },
];

/** Where the customer's own name stands: it is masked in what they wrote. */
export const contactNames = ['requester', 'requester name', 'customer name', 'contact name', 'full name', 'contact'];
