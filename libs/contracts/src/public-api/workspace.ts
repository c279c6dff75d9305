import { z } from 'zod';
import { agentStatus, userRole } from '../enums.js';

export const apiInboxList = z
  .object({
    items: z.array(
      z
        .object({
          id: z.uuid(),
          name: z.string(),
          key: z.string().describe("Public: stands in the shop's script tag."),
          disabled: z.boolean(),
        })
        .meta({ id: 'Inbox' }),
    ),
  })
  .meta({ id: 'InboxList' });

export const apiTeamList = z
  .object({ items: z.array(z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'Team' })) })
  .meta({ id: 'TeamList' });

export const apiLabelList = z
  .object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), colour: z.string() }).meta({ id: 'Label' })) })
  .meta({ id: 'LabelList' });

export const apiAgentList = z
  .object({
    items: z.array(
      z.object({ id: z.uuid(), name: z.string(), role: userRole, status: agentStatus }).meta({ id: 'Agent' }),
    ),
  })
  .meta({ id: 'AgentList' });
