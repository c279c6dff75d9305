import { uuidv7 } from 'uuidv7';
import type { Database } from '#database';
import { demoPeople } from '../../prisma/seed.js';

/** Who works today, with the gateway that each reaches. The third agent is new. */
export const agents = [
  { name: 'Alex Moreau', email: 'alex@fernhill.example', gateway: 0 },
  { name: 'Sam Okafor', email: 'sam@fernhill.example', gateway: 0 },
  { name: 'Kim Castell', email: 'kim@fernhill.example', gateway: 1 },
] as const;
export const supervisor = { name: 'Robin Hale', email: 'robin@fernhill.example', gateway: 1 } as const;
export const teamName = 'Returns desk';
export const labelName = 'Waits for the supplier';
export const canned = { shortcut: 'look', text: 'Thank you for writing. I have looked it up, and all is in order.' };

/** What the day's visitors ask, so that the model is learnt in a moment. */
const intents = ['order_status', 'return_item', 'delivery_cost', 'delivery_time', 'store_hours', 'invoice_request'];
const clock = { offerSeconds: 40, quietMinutes: 1 };

/** What this shop has beside the demo's: a third agent, a team, a label, a canned reply; and it is quick, and knows less. */
export async function prepareShop(db: Database): Promise<void> {
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  await db.workspace.update({ where: { id: workspaceId }, data: clock });
  const others = await db.intent.findMany({ where: { workspaceId, name: { notIn: [...intents, 'talk_to_human'] } } });
  await db.trainingExample.deleteMany({ where: { intentId: { in: others.map(({ id }) => id) } } });
  const [alex, kim] = [agents[0], agents[2]];
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { email: alex.email } });
  const { name, email } = kim;
  const userId = uuidv7();
  await db.user.create({ data: { id: userId, workspaceId, name, email, passwordHash, role: 'agent' } });
  await db.agentStatus.create({ data: { userId, workspaceId } });
  const noAgents = demoPeople.filter(({ role }) => role !== 'agent').map((person) => person.email);
  const { id: samId } = await db.user.findUniqueOrThrow({ where: { email: agents[1].email } });
  const noChats = await db.user.findMany({ where: { email: { in: noAgents } } });
  const ids = noChats.map(({ id }) => id);
  await db.agentStatus.updateMany({ where: { userId: { in: ids } }, data: { takesChats: false } });
  const members = [samId, userId].map((member) => ({ userId: member, workspaceId }));
  await db.team.create({ data: { id: uuidv7(), workspaceId, name: teamName, members: { create: members } } });
  await db.label.create({ data: { id: uuidv7(), workspaceId, name: labelName, colour: '#b3261e' } });
  await db.cannedResponse.create({ data: { id: uuidv7(), workspaceId, title: 'Looked up', ...canned } });
}
