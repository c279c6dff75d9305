/**
 * Who may do what: a row for every REST route and every socket event. A new one without a row fails authorisation.spec.ts.
 *
 *     'PUT /api/things/{id}': { may: admins, as: 200, path: async (on) => ({ id: await on.thing() }), body: { name: 'X' } },
 *
 * A row makes its request with what is `on` a shop: of the roles of that shop it is answered by `as` to those who `may`, and by
 * FORBIDDEN to the others. Nobody and visitors are not signed in. The owner of another workspace is answered by `elsewhere` where
 * the request names something of the shop, and changes nothing; where it names nothing, as any owner, about their own workspace.
 */
import { uuidv7 } from 'uuidv7';
import {
  defaultAppearance,
  defaultNotifications,
  type agentEvents,
  type ApiScope,
  type ErrorCode,
  type ImportStatus,
  type UserRole,
  type visitorEvents,
} from '#contracts';
import type { AgentActor } from '#conversation';
import { password as callersPassword } from './clients.js';

/** Makes what a request is about, new at every call. */
export interface OnShop {
  /** Who sends the request. Of the shop, or, where somebody else does, the shop's owner, whose things they then ask for. */
  caller: AgentActor;
  /** The caller's sign-in, or the shop's owner's. */
  session(): Promise<string>;
  inboxKey(): Promise<string>;
  inbox(): Promise<string>;
  person(): Promise<string>;
  credentials(): Promise<{ email: string; password: string }>;
  invitation(): Promise<{ id: string; token: string }>;
  resetToken(): Promise<string>;
  intent(): Promise<string>;
  example(): Promise<string>;
  model(): Promise<string>;
  run(): Promise<string>;
  team(): Promise<string>;
  action(): Promise<string>;
  /** The caller's own. */
  cannedResponse(): Promise<string>;
  identityKey(): Promise<string>;
  apiKey(): Promise<string>;
  webhook(): Promise<string>;
  delivery(): Promise<{ id: string; deliveryId: string }>;
  contact(): Promise<string>;
  team(): Promise<string>;
  ticketImport(status: ImportStatus): Promise<string>;
  attachment(): Promise<string>;
  label(): Promise<string>;
  /** The caller's own. */
  savedFilter(): Promise<string>;
  /** A conversation that waits, one that is on offer to the caller, and one that the caller has. */
  waiting(): Promise<string>;
  offer(): Promise<string>;
  taken(): Promise<{ conversationId: string; ownerEpoch: number }>;
  /** One that the caller has closed. */
  closed(): Promise<string>;
}

/** Routes of the public API have a scope instead of roles. */
export type Access = 'anybody' | readonly UserRole[] | { scope: ApiScope };

type Made<T> = T | ((on: OnShop) => T | Promise<T>);

export interface RouteRow {
  may: Access;
  /** The status of the answer to those who may. */
  as: number;
  path?: Made<Record<string, string>>;
  query?: Made<Record<string, string>>;
  /** Sent as JSON, or, a Buffer, as it is. */
  body?: Made<object>;
  /** Of a request that names something of the shop: what others than the shop's people are told. */
  elsewhere?: ErrorCode;
}

/** A visitor who has written nothing yet sends it. */
export interface VisitorRow {
  payload: object;
  answer?: ErrorCode;
}

export interface EventRow {
  payload: Made<object>;
  elsewhere: ErrorCode | 'ok';
}

const agents = ['agent', 'supervisor', 'admin', 'owner'] as const;
const supervisors = ['supervisor', 'admin', 'owner'] as const;
const admins = ['admin', 'owner'] as const;

const password = 'harbour velvet onion tractor';
const inbox = {
  ...{ name: 'Site', allowedOrigins: [], greeting: 'Hi', greetingOutsideHours: '' },
  appearance: defaultAppearance,
};
const hours = { timeZone: 'UTC', week: [], holidays: [] };
const workspace = {
  ...{ name: 'Shop', locale: 'en', timeZone: 'UTC', orderNumberPattern: '', customerNumberPattern: '' },
  ...{ quietMinutes: 30, offerSeconds: 30, country: 'GB', otherLanguages: 'people' },
};
const newTeam = () => ({ name: newName(), policy: 'balanced', memberIds: [] });
const promises = {
  ...{ firstResponseSeconds: 300, nextResponseSeconds: null, resolutionSeconds: null },
  ...{ warnFraction: 0.8, businessHoursOnly: true },
};
const topics = { disabled: ['press'], own: [], helpLine: '' };
const limits = { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false };
const answer = { locale: 'en', text: 'In five days.', conditions: [], actionId: null, approve: true };
const example = { text: 'Where is my parcel?', intentId: null };
const intent = { title: 'Refund', description: '' };
const schedule = { cron: '0 3 * * *', timeZone: 'UTC', enabled: false };
const action = {
  ...{ name: 'order', title: 'Order', method: 'GET', url: 'http://169.254.169.254/', body: '', headerName: '' },
  ...{ slots: [], outputs: [], identity: 'public', confirmedBy: [], timeoutMs: 1000 },
};
const days = { from: '2026-01-01', to: '2026-01-31' };
const columns = { text: ['Subject'], intent: null, reply: null };
const label = () => ({ name: uuidv7(), colour: '#0b6b57' });
const savedFilter = { name: 'Late ones', shared: false, query: { view: 'all' } };
const notifications = defaultNotifications;
const newName = () => `n${uuidv7().replaceAll('-', '')}`;
const person = { name: 'Kim', role: 'agent', capacity: 3 };

const anInbox = async (on: OnShop) => ({ id: await on.inbox() });
const aPerson = async (on: OnShop) => ({ id: await on.person() });
const anIntent = async (on: OnShop) => ({ id: await on.intent() });
const anExample = async (on: OnShop) => ({ id: await on.example() });
const aModel = async (on: OnShop) => ({ id: await on.model() });
const aRun = async (on: OnShop) => ({ id: await on.run() });
const aCannedResponse = async (on: OnShop) => ({ id: await on.cannedResponse() });
const cannedResponse = { title: 'Hello', text: 'Hello {{contact.name}}', shared: false, actions: [] };
const anAction = async (on: OnShop) => ({ id: await on.action() });
const aKey = async (on: OnShop) => ({ id: await on.identityKey() });
const aLabel = async (on: OnShop) => ({ id: await on.label() });
const aSavedFilter = async (on: OnShop) => ({ id: await on.savedFilter() });
const anImport = (status: ImportStatus) => async (on: OnShop) => ({ id: await on.ticketImport(status) });
const aTeam = async (on: OnShop) => ({ id: await on.team() });
const aContact = async (on: OnShop) => ({ id: await on.contact() });
const aConversation = async (on: OnShop) => ({ id: await on.waiting() });
const aLabelledOne = async (on: OnShop) => ({ ...(await aConversation(on)), labelId: await on.label() });
const anOwnOne = async (on: OnShop) => ({ id: (await on.taken()).conversationId });
const elsewhere = 'NOT_FOUND';
const noConversation = 'CONVERSATION_UNKNOWN';
const [reads, writes] = [{ scope: 'conversations:read' }, { scope: 'conversations:write' }] as const;

/** The same ones for the console and for other programs. */
function webhookRoutes(base: string, may: Access): Record<string, RouteRow> {
  const aWebhook = async (on: OnShop) => ({ id: await on.webhook() });
  const settings = { url: 'https://crm.example/hook', events: ['message.created'] };
  return {
    [`GET ${base}`]: { may, as: 200 },
    [`POST ${base}`]: { may, as: 201, body: settings },
    [`PUT ${base}/{id}`]: { may, as: 200, path: aWebhook, body: settings, elsewhere },
    [`DELETE ${base}/{id}`]: { may, as: 204, path: aWebhook, elsewhere },
    [`POST ${base}/{id}/disable`]: { may, as: 200, path: aWebhook, elsewhere },
    [`POST ${base}/{id}/enable`]: { may, as: 200, path: aWebhook, elsewhere },
    [`POST ${base}/{id}/rotate`]: { may, as: 200, path: aWebhook, elsewhere },
    [`POST ${base}/{id}/test`]: { may, as: 200, path: aWebhook, elsewhere },
    [`GET ${base}/{id}/deliveries`]: { may, as: 200, path: aWebhook, elsewhere },
    [`POST ${base}/{id}/deliveries/{deliveryId}/replay`]: { may, as: 200, path: (on) => on.delivery(), elsewhere },
  };
}

/** By `METHOD path`, as /api/docs-json names them. */
export const routes: Record<string, RouteRow> = {
  'GET /health/live': { may: 'anybody', as: 200 },
  'GET /health/ready': { may: 'anybody', as: 200 },
  'GET /metrics': { may: 'anybody', as: 200 },

  'GET /api/set-up': { may: 'anybody', as: 200 },
  'POST /api/set-up': {
    ...{ may: 'anybody', as: 409 }, // there is an owner: SET_UP_CLOSED
    body: {
      ...{ token: 'guessed', name: 'Kim', email: 'kim@shop.example', password },
      ...{ workspaceName: 'Shop', locale: 'en', timeZone: 'UTC' },
    },
  },

  'POST /api/auth/login': { may: 'anybody', as: 200, body: (on) => on.credentials() },
  'POST /api/auth/logout': { may: agents, as: 204 },
  'GET /api/auth/me': { may: agents, as: 200 },

  'GET /api/visitor/inbox': { may: 'anybody', as: 200, query: async (on) => ({ inboxKey: await on.inboxKey() }) },
  'POST /api/visitor/sessions': { may: 'anybody', as: 201, body: async (on) => ({ inboxKey: await on.inboxKey() }) },

  // A visitor's token opens these as a bearer token; nobody here sends one.
  'POST /api/visitor/attachments': {
    ...{ may: 'anybody', as: 401, query: { name: 'a.txt' } },
    body: Buffer.from('Hello'),
  },
  'GET /api/visitor/attachments/{id}': {
    ...{ may: 'anybody', as: 401 },
    path: async (on) => ({ id: await on.attachment() }),
  },
  'POST /api/inbound-mail': { may: 'anybody', as: 401, body: Buffer.from('From: kim@mail.example') }, // it is closed

  'POST /api/password-strength': { may: 'anybody', as: 200, body: { password, about: [] } },
  'POST /api/invitations/look': { may: 'anybody', as: 200, body: (on) => on.invitation() },
  'POST /api/invitations/accept': {
    ...{ may: 'anybody', as: 200 },
    body: async (on) => ({ ...(await on.invitation()), name: 'Kim', password }),
  },
  'POST /api/password-reset': {
    ...{ may: 'anybody', as: 200 },
    body: async (on) => ({ token: await on.resetToken(), password }),
  },

  'PUT /api/account/password': {
    ...{ may: agents, as: 204 },
    body: { currentPassword: callersPassword, newPassword: password },
  },
  'GET /api/account/sessions': { may: agents, as: 200 },
  'DELETE /api/account/sessions/{id}': {
    ...{ may: agents, as: 204, elsewhere },
    path: async (on) => ({ id: await on.session() }),
  },

  'GET /api/account/notifications': { may: agents, as: 200 },
  'PUT /api/account/notifications': { may: agents, as: 200, body: notifications },

  'GET /api/audit': { may: admins, as: 200 },
  'GET /api/workspace': { may: supervisors, as: 200 },
  'PUT /api/workspace': { may: admins, as: 200, body: workspace },
  'GET /api/business-hours': { may: supervisors, as: 200 },
  'PUT /api/business-hours': { may: admins, as: 200, body: hours },
  'GET /api/routing': { may: supervisors, as: 200 },
  'PUT /api/routing': { may: admins, as: 200, body: { policy: 'manual', stickyMinutes: 5, rules: [] } },
  'POST /api/teams': { may: admins, as: 201, body: newTeam },
  'PUT /api/teams/{id}': { may: admins, as: 200, path: aTeam, body: newTeam, elsewhere },
  'DELETE /api/teams/{id}': { may: admins, as: 204, path: aTeam, elsewhere },
  'PUT /api/people/{id}/skills': {
    ...{ may: admins, as: 200, path: aPerson, elsewhere },
    body: { languages: ['de'], topics: [] },
  },
  'GET /api/transfer-targets': { may: agents, as: 200 },
  'GET /api/sla-policy': { may: supervisors, as: 200 },
  'PUT /api/sla-policy': { may: admins, as: 200, body: promises },
  'GET /api/topics': { may: supervisors, as: 200 },
  'PUT /api/topics': { may: admins, as: 200, body: topics },
  'GET /api/checklist': { may: supervisors, as: 200 },
  'PUT /api/checklist': { may: admins, as: 200, body: { dismissed: false } },

  'GET /api/people': { may: supervisors, as: 200 },
  'PUT /api/people/{id}': { may: admins, as: 200, path: aPerson, body: person, elsewhere },
  'POST /api/people/{id}/disable': { may: admins, as: 200, path: aPerson, elsewhere },
  'POST /api/people/{id}/enable': { may: admins, as: 200, path: aPerson, elsewhere },
  'POST /api/people/{id}/reset': { may: admins, as: 200, path: aPerson, elsewhere },
  'POST /api/people/invitations': {
    ...{ may: admins, as: 201 },
    body: () => ({ email: `${uuidv7()}@shop.example`, role: 'agent' }),
  },
  'DELETE /api/people/invitations/{id}': {
    ...{ may: admins, as: 204, elsewhere },
    path: async (on) => ({ id: (await on.invitation()).id }),
  },

  'GET /api/inboxes': { may: supervisors, as: 200 },
  'POST /api/inboxes': { may: admins, as: 201, body: inbox },
  'PUT /api/inboxes/{id}': { may: admins, as: 200, path: anInbox, body: inbox, elsewhere },
  'POST /api/inboxes/{id}/disable': { may: admins, as: 200, path: anInbox, elsewhere },
  'POST /api/inboxes/{id}/enable': { may: admins, as: 200, path: anInbox, elsewhere },
  'GET /api/inboxes/{id}/sightings': { may: supervisors, as: 200, path: anInbox, elsewhere },

  'GET /api/conversations/{id}/similar': {
    ...{ may: agents, as: 200, elsewhere: 'CONVERSATION_UNKNOWN' },
    path: async (on) => ({ id: await on.waiting() }),
  },
  'POST /api/attachments': { may: agents, as: 201, query: { name: 'a.txt' }, body: Buffer.from('Hello') },
  'GET /api/attachments/{id}': {
    ...{ may: agents, as: 200, elsewhere },
    path: async (on) => ({ id: await on.attachment() }),
  },
  'GET /api/canned-responses': { may: agents, as: 200 },
  'POST /api/canned-responses': { may: agents, as: 201, body: () => ({ ...cannedResponse, shortcut: newName() }) },
  'PUT /api/canned-responses/{id}': {
    ...{ may: agents, as: 200, path: aCannedResponse, elsewhere },
    body: () => ({ ...cannedResponse, shortcut: newName() }),
  },
  'DELETE /api/canned-responses/{id}': { may: agents, as: 204, path: aCannedResponse, elsewhere },
  'POST /api/canned-responses/{id}/used': { may: agents, as: 204, path: aCannedResponse, elsewhere },
  'GET /api/conversations/{id}/look-ups': {
    ...{ may: agents, as: 200, elsewhere: 'CONVERSATION_UNKNOWN' },
    path: async (on) => ({ id: await on.waiting() }),
  },
  'GET /api/conversations/{id}/suggestion': {
    ...{ may: agents, as: 200, elsewhere: 'CONVERSATION_UNKNOWN' },
    path: async (on) => ({ id: await on.waiting() }),
  },
  'GET /api/conversations/{id}/summary': {
    ...{ may: agents, as: 200, elsewhere: 'CONVERSATION_UNKNOWN' },
    path: async (on) => ({ id: await on.waiting() }),
  },
  'GET /api/conversations/{id}/export': {
    ...{ may: agents, as: 200, elsewhere: 'CONVERSATION_UNKNOWN' },
    path: async (on) => ({ id: await on.waiting() }),
  },
  'GET /api/colleagues': { may: agents, as: 200 },
  'GET /api/contacts': { may: agents, as: 200, query: { search: 'Ann' } },
  'GET /api/contacts/{id}': { may: agents, as: 200, path: aContact, elsewhere },
  'PUT /api/contacts/{id}': {
    ...{ may: agents, as: 200, path: aContact, elsewhere },
    body: { name: 'Ann', email: null, attributes: {} },
  },
  'POST /api/contacts/{id}/merge': {
    ...{ may: supervisors, as: 200, path: aContact, elsewhere },
    body: async (on) => ({ into: await on.contact() }),
  },
  'DELETE /api/contacts/{id}/merge': {
    ...{ may: supervisors, as: 404, path: aContact, elsewhere }, // it is merged into nobody
  },
  'GET /api/contact-attributes': { may: agents, as: 200 },
  'PUT /api/contact-attributes': { may: admins, as: 200, body: { attributes: [] } },
  'GET /api/search': { may: agents, as: 200, query: { q: 'order' } },
  'GET /api/saved-filters': { may: agents, as: 200 },
  'POST /api/saved-filters': { may: agents, as: 201, body: savedFilter },
  'PUT /api/saved-filters/{id}': { may: agents, as: 200, path: aSavedFilter, body: savedFilter, elsewhere },
  'DELETE /api/saved-filters/{id}': { may: agents, as: 204, path: aSavedFilter, elsewhere },
  'GET /api/labels': { may: agents, as: 200 },
  'POST /api/labels': { may: supervisors, as: 201, body: label },
  'PUT /api/labels/{id}': { may: supervisors, as: 200, path: aLabel, body: label, elsewhere },
  'DELETE /api/labels/{id}': { may: supervisors, as: 204, path: aLabel, elsewhere },
  'GET /api/conversations/{id}/closing': {
    ...{ may: agents, as: 200, elsewhere: 'CONVERSATION_UNKNOWN' },
    path: async (on) => ({ id: await on.waiting() }),
  },
  'PUT /api/conversations/{id}/intent-labels': {
    ...{ may: agents, as: 204, elsewhere: 'CONVERSATION_UNKNOWN' },
    path: async (on) => ({ id: await on.closed() }),
    body: { labels: [] },
  },
  'GET /api/intents': { may: agents, as: 200 },
  'GET /api/knowledge/intents': { may: supervisors, as: 200 },
  'GET /api/knowledge/intents/{id}': { may: supervisors, as: 200, path: anIntent, elsewhere },
  'POST /api/knowledge/intents': { may: admins, as: 201, body: () => ({ ...intent, name: uuidv7() }) },
  'PUT /api/knowledge/intents/{id}': {
    ...{ may: admins, as: 200, path: anIntent, elsewhere },
    body: { ...intent, automate: false },
  },
  'DELETE /api/knowledge/intents/{id}': { may: admins, as: 200, path: anIntent, elsewhere },
  'POST /api/knowledge/intents/{id}/merge': {
    ...{ may: admins, as: 200, path: anIntent, elsewhere },
    body: async (on) => ({ into: await on.intent() }),
  },
  'POST /api/knowledge/intents/{id}/split': {
    ...{ may: admins, as: 404, path: anIntent, elsewhere }, // the row is not the intent's own
    body: async (on) => ({ ...intent, name: uuidv7(), exampleIds: [await on.example()] }),
  },
  'POST /api/knowledge/intents/{id}/answers': { may: admins, as: 201, path: anIntent, body: answer, elsewhere },
  'POST /api/knowledge/answers/preview': {
    ...{ may: supervisors, as: 200 },
    body: { text: 'Hello', conditions: [], values: {} },
  },
  'GET /api/knowledge/examples': { may: supervisors, as: 200 },
  'GET /api/knowledge/examples/export': { may: supervisors, as: 200 },
  'POST /api/knowledge/examples': { may: admins, as: 201, body: example },
  'PUT /api/knowledge/examples/{id}': { may: admins, as: 200, path: anExample, body: example, elsewhere },
  'DELETE /api/knowledge/examples/{id}': { may: admins, as: 204, path: anExample, elsewhere },
  'POST /api/try': { may: supervisors, as: 200, body: { text: 'Hello', previousText: null } },

  'GET /api/models': { may: supervisors, as: 200 },
  'GET /api/models/report': { may: supervisors, as: 200 },
  'GET /api/models/outlook': { may: supervisors, as: 200 },
  'POST /api/models/{id}/activate': { may: admins, as: 200, path: aModel, elsewhere: 'MODEL_UNKNOWN' },
  'PUT /api/models/threshold-policy': { may: admins, as: 200, body: limits },
  'POST /api/training/runs': { may: admins, as: 422 }, // nothing to train on: TOO_FEW_EXAMPLES
  'GET /api/training/runs/{id}': { may: supervisors, as: 200, path: aRun, elsewhere },
  'POST /api/training/runs/{id}/cancel': { may: admins, as: 200, path: aRun, elsewhere },
  'PUT /api/training/schedule': { may: admins, as: 200, body: schedule },

  'GET /api/reports': { may: supervisors, as: 200, query: { ...days, by: 'day' } },
  'GET /api/reports/agreement': { may: supervisors, as: 200, query: days },
  'GET /api/reports/comments': { may: supervisors, as: 200, query: days },
  'GET /api/reports/export': { may: supervisors, as: 200, query: { ...days, by: 'agent', table: 'people' } },
  'GET /api/reports/wallboard': { may: supervisors, as: 200 },

  'GET /api/actions': { may: supervisors, as: 200 },
  'POST /api/actions': { may: admins, as: 201, body: () => ({ ...action, name: newName() }) },
  'POST /api/actions/test': {
    ...{ may: admins, as: 200, elsewhere },
    body: async (on) => ({ id: await on.action(), settings: action, slots: {} }),
  },
  'PUT /api/actions/{id}': {
    ...{ may: admins, as: 200, path: anAction, elsewhere },
    body: () => ({ ...action, name: newName() }),
  },
  'DELETE /api/actions/{id}': { may: admins, as: 204, path: anAction, elsewhere },
  'GET /api/identity-keys': { may: admins, as: 200 },
  'POST /api/identity-keys': { may: admins, as: 201, body: { algorithm: 'HS256' } },
  'DELETE /api/identity-keys/{id}': { may: admins, as: 200, path: aKey, elsewhere },

  'GET /api/api-keys': { may: admins, as: 200 },
  'POST /api/api-keys': {
    ...{ may: admins, as: 201 },
    body: { name: 'Shop system', scopes: ['contacts:read'], expiresAt: null },
  },
  'DELETE /api/api-keys/{id}': { may: admins, as: 200, path: async (on) => ({ id: await on.apiKey() }), elsewhere },
  ...webhookRoutes('/api/webhooks', admins),

  'GET /api/v1/conversations': { may: reads, as: 200 },
  'GET /api/v1/conversations/{id}': { may: reads, as: 200, path: aConversation, elsewhere: noConversation },
  'GET /api/v1/conversations/{id}/messages': { may: reads, as: 200, path: aConversation, elsewhere: noConversation },
  'POST /api/v1/conversations': {
    ...{ may: writes, as: 201, elsewhere },
    body: async (on) => ({ inboxId: await on.inbox(), contact: { id: await on.contact() }, text: 'Hello' }),
  },
  'POST /api/v1/conversations/{id}/messages': {
    ...{ may: writes, as: 201, path: aConversation, elsewhere: noConversation },
    body: { kind: 'note', text: 'Hello' },
  },
  'POST /api/v1/conversations/{id}/take-over': { may: writes, as: 200, path: aConversation, elsewhere: noConversation },
  'POST /api/v1/conversations/{id}/hand-back': { may: writes, as: 200, path: anOwnOne, elsewhere: noConversation },
  'POST /api/v1/conversations/{id}/assign': {
    ...{ may: writes, as: 200, path: aConversation, elsewhere: 'TEAM_UNKNOWN' },
    body: async (on) => ({ teamId: await on.team() }),
  },
  'POST /api/v1/conversations/{id}/resolve': {
    ...{ may: writes, as: 200, path: anOwnOne, elsewhere: noConversation },
    body: {},
  },
  'PUT /api/v1/conversations/{id}/labels/{labelId}': {
    ...{ may: writes, as: 200, path: aLabelledOne, elsewhere: noConversation },
  },
  'DELETE /api/v1/conversations/{id}/labels/{labelId}': {
    ...{ may: writes, as: 200, path: aLabelledOne, elsewhere: noConversation },
  },
  'GET /api/v1/contacts': { may: { scope: 'contacts:read' }, as: 200 },
  'GET /api/v1/contacts/{id}': { may: { scope: 'contacts:read' }, as: 200, path: aContact, elsewhere },
  'PATCH /api/v1/contacts/{id}': {
    ...{ may: { scope: 'contacts:write' }, as: 200, path: aContact, elsewhere },
    body: { name: 'Kim' },
  },
  'POST /api/v1/contacts/{id}/merge': {
    ...{ may: { scope: 'contacts:write' }, as: 200, path: aContact, elsewhere },
    body: async (on) => ({ into: await on.contact() }),
  },
  'GET /api/v1/intents': { may: { scope: 'knowledge:read' }, as: 200 },
  'GET /api/v1/intents/{id}/answers': { may: { scope: 'knowledge:read' }, as: 200, path: anIntent, elsewhere },
  'GET /api/v1/training-examples': { may: { scope: 'knowledge:read' }, as: 200 },
  'POST /api/v1/training-examples': {
    ...{ may: { scope: 'knowledge:write' }, as: 201, elsewhere: 'INTENT_UNKNOWN' },
    body: async (on) => ({ text: 'Hello', intentId: await on.intent() }),
  },
  'GET /api/v1/inboxes': { may: { scope: 'workspace:read' }, as: 200 },
  'GET /api/v1/teams': { may: { scope: 'workspace:read' }, as: 200 },
  'GET /api/v1/labels': { may: { scope: 'workspace:read' }, as: 200 },
  'GET /api/v1/agents': { may: { scope: 'workspace:read' }, as: 200 },
  'GET /api/v1/reports': {
    ...{ may: { scope: 'reports:read' }, as: 200 },
    query: { from: '2026-01-01', to: '2026-01-31', by: 'day' },
  },
  ...webhookRoutes('/api/v1/webhooks', { scope: 'webhooks:manage' }),

  'GET /api/ticket-imports': { may: admins, as: 200 },
  'POST /api/ticket-imports': {
    ...{ may: admins, as: 201 },
    body: { fileName: 'tickets.csv', bytes: 9, sha256: '0'.repeat(64) },
  },
  'GET /api/ticket-imports/{id}': { may: admins, as: 200, path: anImport('read'), elsewhere },
  'PUT /api/ticket-imports/{id}/content': {
    ...{ may: admins, as: 200, path: anImport('uploading'), elsewhere },
    query: { offset: '0' },
    body: Buffer.from('Subject\nA'),
  },
  'POST /api/ticket-imports/{id}/uploaded': { may: admins, as: 200, path: anImport('uploaded'), elsewhere },
  'GET /api/ticket-imports/{id}/preview': { may: admins, as: 200, path: anImport('uploaded'), elsewhere },
  'POST /api/ticket-imports/{id}/read': {
    ...{ may: admins, as: 200, path: anImport('uploaded'), elsewhere },
    body: columns,
  },
  'GET /api/ticket-imports/{id}/rejected': { may: admins, as: 200, path: anImport('read'), elsewhere },
  'GET /api/ticket-imports/{id}/categories': { may: admins, as: 200, path: anImport('read'), elsewhere },
  'POST /api/ticket-imports/{id}/cluster': { may: admins, as: 200, path: anImport('read'), elsewhere },
  'POST /api/ticket-imports/{id}/add': {
    ...{ may: admins, as: 200, path: anImport('read'), elsewhere },
    body: { categories: [] },
  },
  'POST /api/ticket-imports/{id}/cancel': { may: admins, as: 200, path: anImport('read'), elsewhere },

  // The last ones: from then on there is something to train on.
  'GET /api/knowledge/starter-kits': { may: admins, as: 200 },
  'POST /api/knowledge/starter-kits/{name}/add': { may: admins, as: 200, path: { name: 'fashion' } },
};

const unknown = 'CONVERSATION_UNKNOWN';
const message = () => ({ clientMessageId: uuidv7(), text: 'Hello' });
const waiting = async (on: OnShop) => ({ conversationId: await on.waiting() });
const taken = (on: OnShop) => on.taken();
const offer = async (on: OnShop) => ({ assignmentId: await on.offer() });

/** Every agent may send these, whatever their role. */
export const agentRows: Record<keyof typeof agentEvents, EventRow> = {
  'inbox:list': { payload: { view: 'all' }, elsewhere: 'ok' },
  'inbox:counts': { payload: async (on) => ({ conversationIds: [await on.waiting()] }), elsewhere: 'ok' },
  'conversation:open': { payload: waiting, elsewhere: unknown },
  'conversation:leave': { payload: waiting, elsewhere: 'ok' },
  'conversation:read': { payload: async (on) => ({ ...(await waiting(on)), seq: 1 }), elsewhere: unknown },
  'conversations:change': {
    payload: async (on) => ({
      conversationIds: [await on.waiting()],
      change: { type: 'label', labelId: await on.label(), on: true },
    }),
    elsewhere: unknown,
  },
  sync: { payload: async (on) => ({ ...(await waiting(on)), lastSeq: 0 }), elsewhere: unknown },
  'assignment:accept': { payload: offer, elsewhere: 'OFFER_GONE' },
  'assignment:decline': { payload: offer, elsewhere: 'ok' },
  'message:reply': { payload: async (on) => ({ ...(await taken(on)), ...message() }), elsewhere: unknown },
  'note:add': { payload: async (on) => ({ ...(await waiting(on)), ...message() }), elsewhere: unknown },
  'conversation:take-over': {
    payload: async (on) => ({ ...(await waiting(on)), fromAgentId: null }),
    elsewhere: unknown,
  },
  'conversation:hand-back': { payload: taken, elsewhere: unknown },
  'conversation:resolve': { payload: async (on) => ({ ...(await taken(on)), intent: null }), elsewhere: unknown },
  'conversation:undo-resolve': {
    payload: async (on) => ({ conversationId: await on.closed() }),
    elsewhere: unknown,
  },
  typing: { payload: async (on) => ({ ...(await taken(on)), typing: true }), elsewhere: unknown },
  'conversation:transfer': {
    payload: async (on) => ({ ...(await taken(on)), to: { teamId: await on.team() }, note: '' }),
    elsewhere: unknown,
  },
  'chats:take': { payload: { takesChats: true }, elsewhere: 'ok' },
  'status:set': { payload: { status: 'busy' }, elsewhere: 'ok' },
};

/** A visitor names no conversation: there is only their own. */
export const visitorRows: Record<keyof typeof visitorEvents, VisitorRow> = {
  'message:send': { payload: message() },
  'human:request': { payload: { clientMessageId: uuidv7() } },
  typing: { payload: { typing: true } },
  sync: { payload: { lastSeq: 0 } },
  seen: { payload: { deliveredSeq: 1, readSeq: 1 } },
  'csat:rate': { payload: { score: 5 }, answer: 'RATING_CLOSED' },
  'email:leave': { payload: { email: 'kim@mail.example', consent: true }, answer: 'CONVERSATION_UNKNOWN' },
};
