import { describe, expect, it } from 'vitest';
import { contactNameColumn, recognise } from './recognise.js';

const zendesk =
  'Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes';
const gorgias =
  'Ticket id,Tags,Initial channel,Priority,Last used integration name,Last used integration type,Created by an agent,Subject,Creation date,Closed date,Survey score,Survey replied date,Assignee name,Assignee email,Customer email,Customer name,First response time (s),Resolution time (s),Number of agent messages,Number of customer messages,Ticket URL';
const freshdesk =
  'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Agent interactions,Customer interactions,Resolution status,First response status,Tags,Full name,Email';
const hubspot =
  'Ticket ID,Ticket name,Ticket description,Pipeline,Ticket status,Category,Priority,Source,Create date,Close date,Ticket owner,Associated Contact IDs';

describe('recognising an export', () => {
  it.each([
    ['zendesk', zendesk, ['Subject'], 'Tags', null],
    [
      'zendesk',
      `${zendesk},Contact Reason [list],Description`,
      ['Subject', 'Description'],
      'Contact Reason [list]',
      null,
    ],
    ['zendesk', 'url,id,subject,description,requester_id,tags,type', ['subject', 'description'], 'tags', null],
    ['gorgias', gorgias, ['Subject'], 'Tags', null],
    [
      'gorgias',
      `${gorgias},Ticket Field: Contact Reason,First message`,
      ['Subject', 'First message'],
      'Ticket Field: Contact Reason',
      null,
    ],
    ['gorgias', `${gorgias},Ticket Field: AI Intent,Ticket Field: Type`, ['Subject'], 'Ticket Field: AI Intent', null],
    ['freshdesk', freshdesk, ['Subject'], 'Type', null],
    ['freshdesk', `${freshdesk},Description,Contact Reason`, ['Subject', 'Description'], 'Contact Reason', null],
    [
      'freshdesk',
      'id,subject,description,description_text,type,responder_id',
      ['subject', 'description_text'],
      'type',
      null,
    ],
    ['hubspot', hubspot, ['Ticket name', 'Ticket description'], 'Category', null],
    ['hubspot', `${hubspot},Resolution`, ['Ticket name', 'Ticket description'], 'Category', 'Resolution'],
    ['chatwoot', 'Conversation ID,Inbox,Contact Name,Agent,Labels,Message', ['Message'], 'Labels', null],
    ['chatwoot', 'id,content,inbox_id,conversation_id,message_type,labels', ['content'], 'labels', null],
    ['other', 'text,intent', ['text'], 'intent', null],
    ['other', 'Subject,Description', ['Subject', 'Description'], null, null],
    ['other', ' SUBJECT , Category ', ['SUBJECT'], 'Category', null],
    ['other', 'Betreff;Nachricht;Kategorie;Antwort', ['Betreff', 'Nachricht'], 'Kategorie', 'Antwort'],
  ])('%s: %s', (source, header, text, intent, reply) => {
    const columns = header.split(/[,;]/).map((column) => column.trim());
    expect(recognise(columns)).toEqual({ source, mapping: { text, intent, reply } });
  });

  it('suggests nothing where no header says where the words stand', () => {
    expect(recognise(['a', 'b'])).toEqual({ source: 'other', mapping: null });
    expect(recognise([])).toEqual({ source: 'other', mapping: null });
  });

  it('knows the column of the customer', () => {
    expect([zendesk, gorgias, freshdesk, hubspot].map((header) => contactNameColumn(header.split(',')))).toEqual([
      'Requester',
      'Customer name',
      'Full name',
      null,
    ]);
  });
});
