/** Who acts. Made by authentication only, so that a workspace id never comes from a payload. */
export interface ContactActor {
  type: 'contact';
  workspaceId: string;
  contactId: string;
  inboxId: string;
}

/** A person, or another program by its API key, which acts like one: then `userId` is the key's id. */
export interface AgentActor {
  type: 'agent';
  workspaceId: string;
  userId: string;
  name: string;
}
