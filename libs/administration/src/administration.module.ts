import { Module } from '@nestjs/common';
import { ApiKeys } from './api-keys/api-keys.js';
import { AuditLog } from './audit-log.js';
import { Inboxes } from './inboxes/inboxes.js';
import { Sightings } from './inboxes/sightings.js';
import { VisitorInboxes } from './inboxes/visitor-inbox.js';
import { Invitations } from './people/invitations.js';
import { Notifications } from './people/notifications.js';
import { Passwords } from './people/passwords.js';
import { People } from './people/people.js';
import { Sessions } from './people/sessions.js';
import { Checklists } from './workspace/checklist.js';
import { Promises } from './workspace/promises.js';
import { Teams } from './workspace/teams.js';
import { Labels } from './workspace/labels.js';
import { Topics } from './workspace/topics.js';
import { Workspaces } from './workspace/workspaces.js';

const providers = [
  ...[ApiKeys, AuditLog, Checklists, Inboxes, Invitations, Passwords, People, Sessions, Sightings],
  ...[Labels, Notifications, Promises, Teams, Topics, VisitorInboxes, Workspaces],
];

/** Needs DatabaseModule beside it. */
@Module({ providers, exports: providers })
export class AdministrationModule {}
