import { z } from 'zod';

/**
 * Every error a person can meet: a stable code, the HTTP status REST uses for it, and a sentence that says what to do.
 * Sentences carry no untrusted text.
 */
export const errorTable = {
  BAD_PAYLOAD: {
    status: 400,
    message: 'The request does not have the expected shape. Check the fields named in details and send it again.',
  },
  MALFORMED_JSON: { status: 400, message: 'The request body is not valid JSON. Check its syntax and send it again.' },
  UNKNOWN_EVENT: { status: 400, message: 'This event does not exist. Update the client or check the event name.' },
  TEXT_EMPTY: { status: 400, message: 'The message is empty. Type something and send it again.' },
  TEXT_TOO_LONG: {
    status: 400,
    message: 'The message is longer than 4,000 characters. Shorten it or send it in parts.',
  },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request is larger than 64 KB. Send it in smaller parts.' },
  NOT_AUTHENTICATED: { status: 401, message: 'You are not signed in. Sign in and try again.' },
  SESSION_EXPIRED: { status: 401, message: 'This session has ended. Start a new one.' },
  WRONG_CREDENTIALS: { status: 401, message: 'The e-mail address or the password is wrong. Check both and try again.' },
  PASSWORD_WRONG: {
    status: 403,
    message: 'The current password is wrong. Type it again, or ask an admin of your workspace for a reset link.',
  },
  PASSWORD_WEAK: {
    status: 422,
    message:
      'This password is too easy to guess. Make it at least 10 characters, of several unrelated words for example.',
  },
  LINK_ENDED: {
    status: 410,
    message: 'This link has been used, was withdrawn or is out of date. Ask an admin of your workspace for a new one.',
  },
  FORBIDDEN: { status: 403, message: 'Your role does not allow this. Ask an admin of your workspace.' },
  OPERATOR_TOKEN_NEEDED: {
    status: 401,
    message:
      'Metrics and API documentation are for the operator: send the setting OPERATOR_TOKEN as bearer token. Without that setting they are closed in production.',
  },
  SET_UP_CLOSED: {
    status: 409,
    message: 'This installation has an owner already. Sign in, or ask an owner to invite you.',
  },
  SET_UP_TOKEN_WRONG: {
    status: 403,
    message:
      'This set-up address was used, has expired or is incomplete. Start Baton again: it prints a new one while there is no owner.',
  },
  PASSWORD_CHANGE_REQUIRED: {
    status: 403,
    message: 'You signed in with a one-time password. Choose your own password first.',
  },
  OWNERS_ONLY: { status: 403, message: 'Only an owner may do this. Ask an owner of your workspace.' },
  OWN_ACCOUNT: {
    status: 409,
    message: 'You cannot change your own role, disable yourself or reset your own password here. Ask another owner.',
  },
  LAST_OWNER: {
    status: 409,
    message: 'This is the only owner who is not disabled. Make another owner first.',
  },
  EMAIL_TAKEN: {
    status: 409,
    message: 'This e-mail address already has an account. Use another address, or enable the account that has it.',
  },
  PERSON_DISABLED: { status: 409, message: 'This person is disabled. Enable them first.' },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    message: 'This site is not on the allowed list of the inbox. Add its origin in the inbox settings.',
  },
  INBOX_UNKNOWN: {
    status: 404,
    message: 'No inbox has this key. Copy the key from the inbox settings into the script tag.',
  },
  INBOX_DISABLED: { status: 403, message: 'This chat is switched off. Enable it in the inbox settings.' },
  IDENTITY_INVALID: {
    status: 401,
    message:
      'The identity token of the page was refused. Check what details names: kid (no valid key has this id), signature, aud (the inbox key), exp (at most an hour ahead), sub, email or name.',
  },
  NOT_FOUND: { status: 404, message: 'This does not exist, or it is not in your workspace.' },
  CONVERSATION_UNKNOWN: { status: 404, message: 'This conversation does not exist, or it is not yours.' },
  ATTACHMENT_TOO_LARGE: { status: 413, message: 'The file is larger than 10 MB. Send a smaller one, or a link to it.' },
  ATTACHMENT_EMPTY: { status: 400, message: 'The file is empty. Choose another one.' },
  ATTACHMENT_KIND: {
    status: 415,
    message: 'Files of this kind cannot be sent. Send a picture, a PDF, an office document, a text, or a short video.',
  },
  ATTACHMENT_GONE: {
    status: 409,
    message: 'A file of this message is no longer there. Attach it again and send the message once more.',
  },
  RATING_CLOSED: {
    status: 409,
    message: 'This conversation cannot be rated now. You can rate it once it is closed.',
  },
  MAIL_CLOSED: {
    status: 401,
    message:
      'Mail is taken in with the setting INBOUND_MAIL_SECRET as bearer token. Without that setting it is refused.',
  },
  MAIL_UNREADABLE: { status: 422, message: 'This is no mail that can be read. Send the whole message as it arrived.' },
  MAIL_TOO_LARGE: { status: 413, message: 'The mail is larger than 25 MB. Send smaller files, or a link to them.' },
  MAIL_THREAD_UNKNOWN: {
    status: 404,
    message: 'The mail answers no conversation that is known. Use the chat on our page.',
  },
  MAIL_SENDER_UNKNOWN: {
    status: 403,
    message: 'The mail comes from another address than the one this conversation is answered to. Answer from that one.',
  },
  OWNER_CHANGED: {
    status: 409,
    message: 'Somebody else has taken this conversation meanwhile. Look at its current state and try again.',
  },
  NOT_OWNER: { status: 409, message: 'You do not own this conversation. Take it over first.' },
  ALREADY_RESOLVED: { status: 409, message: 'This conversation is already resolved.' },
  REPLY_UNSENT: {
    status: 409,
    message: 'A reply to this customer was not sent. Send it again, or take it out by Edit, and then try this again.',
  },
  CLOSING_PAST_UNDO: {
    status: 409,
    message:
      'The closing can no longer be undone: too much time has passed, or something has happened since. Look at the conversation.',
  },
  LABEL_MESSAGE_UNKNOWN: {
    status: 422,
    message:
      'A message that was to be learned is not one of this customer’s. Open the conversation again and pick another.',
  },
  LABELS_SETTLED: {
    status: 409,
    message:
      'What this conversation taught can no longer be changed here. An admin can change it in the training data.',
  },
  OFFER_GONE: { status: 409, message: 'This offer has ended: it timed out or somebody else took it.' },
  TRANSITION_NOT_ALLOWED: {
    status: 409,
    message: 'The conversation is not in a state that allows this. Refresh and look at its status.',
  },
  CONTACT_INTO_ITSELF: { status: 422, message: 'These two are the same contact already. Choose another one.' },
  CONTACTS_BOTH_SIGNED_IN: {
    status: 409,
    message:
      'Both are signed-in customers whom your shop tells apart by ids of their own. Merge one that is not signed in.',
  },
  ATTRIBUTE_KEY_TAKEN: { status: 422, message: 'Two attributes have the same key. Give one of them another key.' },
  SHORTCUT_TAKEN: {
    status: 409,
    message: 'Another canned reply has this shortcut. Choose another shortcut.',
  },
  LABEL_TAKEN: { status: 409, message: 'Another label has this name. Choose another name.' },
  LABEL_UNKNOWN: { status: 404, message: 'This label does not exist any more. Pick one from the list.' },
  SNOOZE_TIME: { status: 422, message: 'Choose a time to come, at most a year ahead.' },
  INTENT_UNKNOWN: { status: 404, message: 'No intent has this name in your workspace. Pick one from the list.' },
  INTENT_EXISTS: {
    status: 409,
    message: 'Another intent of your workspace has this name. Choose another name, or merge the two intents.',
  },
  INTENT_INTO_ITSELF: { status: 422, message: 'An intent cannot be merged into itself. Choose another one.' },
  ANSWER_MISSING: {
    status: 422,
    message: 'This intent has no approved answer yet. Approve one, then let the bot answer by itself.',
  },
  NO_MODEL_ANSWER: {
    status: 503,
    message: 'No inference worker answered in time. Try again; if it goes on, see whether the inference worker runs.',
  },
  STARTER_KIT_UNKNOWN: { status: 404, message: 'There is no starter kit of this name. Pick one from the list.' },
  RUN_IN_PROGRESS: { status: 409, message: 'A training run is already in progress. Wait for it or cancel it.' },
  TOO_FEW_EXAMPLES: {
    status: 422,
    message: 'There are too few approved examples to train on. Resolve or import more conversations first.',
  },
  MODEL_UNKNOWN: { status: 404, message: 'This model version does not exist. Refresh the list of models.' },
  MODEL_DROPPED: {
    status: 409,
    message: 'The files of this model version were removed to save space. Pick a newer version, or train again.',
  },
  ACTION_INVALID: {
    status: 422,
    message: 'The action cannot work like this. Correct the fields named in details and save it again.',
  },
  ACTION_NAME_TAKEN: { status: 409, message: 'Another action has this name. Choose another one.' },
  ACTION_IN_USE: {
    status: 409,
    message: 'Answers still need this action. Save them without it first.',
  },
  ACTION_SECRET_NEEDED: {
    status: 422,
    message:
      'The saved secret header is not for this address, or cannot be read any more. Enter the secret again, or remove it.',
  },
  IDENTITY_KEY_INVALID: {
    status: 422,
    message: 'This is not an RSA public key of at least 2,048 bits in PEM form. Paste it with its BEGIN and END lines.',
  },
  TICKETS_FILE_UNREADABLE: {
    status: 422,
    message: 'This is no CSV, JSONL or XLSX file that can be read. Export it again, or save it as CSV (UTF-8).',
  },
  TICKETS_FILE_EMPTY: {
    status: 422,
    message: 'The file has no rows below its header. Choose the file that holds the tickets.',
  },
  TICKETS_FILE_INFLATED: {
    status: 422,
    message: 'The spreadsheet unpacks to far more than tickets need. Save its first sheet as CSV and import that.',
  },
  TICKETS_ROWS_MANY: {
    status: 422,
    message: 'The file has more than 100,000 rows. Export the newest ones only, or import it in parts.',
  },
  TICKETS_QUOTE_OPEN: {
    status: 422,
    message: 'A quoted cell of the file never ends, so its rows cannot be told apart. Export it again, or as XLSX.',
  },
  TICKETS_CHECKSUM: {
    status: 422,
    message: 'The file did not arrive as it was sent. Choose it again.',
  },
  TICKETS_OFFSET: {
    status: 409,
    message: 'This part of the file does not follow what has arrived. Go on from what was received.',
  },
  TICKETS_PART_TOO_LARGE: { status: 413, message: 'A part of a file is at most 8 MB. Send it in smaller parts.' },
  TICKETS_STATE: {
    status: 409,
    message: 'The import is not at a step that allows this. Refresh and look at its status.',
  },
  TICKETS_COLUMN_UNKNOWN: { status: 422, message: 'The file has no such column. Choose from the columns it has.' },
  TICKETS_CATEGORIES_MANY: {
    status: 422,
    message:
      'The chosen column holds more than 2,000 different categories. Choose another one, or none and group the tickets.',
  },
  TICKETS_NONE_TAKEN: {
    status: 422,
    message: 'No row of the file could be taken. Check which column holds what the customers wrote.',
  },
  TICKETS_INTERRUPTED: {
    status: 500,
    message: 'The import was interrupted several times. Try it again; if it goes on, look into the log of the trainer.',
  },
  TRANSFER_TARGET_GONE: {
    status: 409,
    message: 'This colleague or team can take nothing right now. Choose somebody who is online, or a team.',
  },
  TEAM_NAME_TAKEN: { status: 409, message: 'There is a team of this name already. Choose another name.' },
  API_KEY_INVALID: {
    status: 401,
    message: 'This API key does not exist, was revoked or has expired. Send a valid one as bearer token.',
  },
  SCOPE_MISSING: {
    status: 403,
    message: 'This API key lacks the scope that details names. Create a key that has it in Settings, API keys.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    message: 'This Idempotency-Key was sent before with another request. Make up a new key for each request.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    message: 'A request with this Idempotency-Key is under way. Wait a moment and send the same request again.',
  },
  TEAM_UNKNOWN: { status: 404, message: 'No team of your workspace has this id. Pick one from the list of teams.' },
  AGENT_UNKNOWN: {
    status: 404,
    message: 'Nobody of your workspace who can sign in has this id. Pick one from the list of agents.',
  },
  EXTERNAL_ID_TAKEN: {
    status: 409,
    message: 'Another contact has this external id. Update that contact, or leave the id out.',
  },
  WEBHOOK_URL_INVALID: {
    status: 422,
    message: 'This is not a web address that events can be sent to. Enter one that begins with https:// or http://.',
  },
  WEBHOOK_DISABLED: { status: 409, message: 'This webhook is disabled. Enable it first.' },
  RATE_LIMITED: { status: 429, message: 'Too many requests in a short time. Wait a few seconds and try again.' },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'The service cannot answer right now. Try again in a moment.',
  },
  INTERNAL: {
    status: 500,
    message: 'Something went wrong on our side. Try again; if it goes on, give your admin the request id.',
  },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errorTable;
export const errorCode = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]);

/** What travels over REST and sockets. `details` names fields, never their values; `requestId` finds it in the log. */
export const errorBody = z.object({
  code: errorCode,
  message: z.string(),
  details: z.array(z.string()).optional(),
  requestId: z.string().optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;

export class BatonError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: string[],
  ) {
    super(errorTable[code].message);
    this.name = 'BatonError';
  }

  get body(): ErrorBody {
    return { code: this.code, message: this.message, ...(this.details ? { details: this.details } : {}) };
  }
}

/** The acknowledgement of every socket event. */
export type Ack<T> = { ok: true; data: T } | { ok: false; error: ErrorBody };
