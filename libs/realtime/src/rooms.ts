/** Socket.IO rooms, the same names in every process. Visitors and agents are namespaces, so no room mixes them. */
export const rooms = {
  /** `/visitor`: all sockets of one contact. */
  contact: (contactId: string) => `contact:${contactId}`,
  /** `/visitor`: everybody who writes to one inbox. */
  inbox: (inboxId: string) => `inbox:${inboxId}`,
  /** `/agent`: every agent of a workspace. */
  workspace: (workspaceId: string) => `workspace:${workspaceId}`,
  /** `/agent`: one agent's sockets. */
  agent: (userId: string) => `agent:${userId}`,
  /** `/agent`: the sockets of one sign-in. */
  session: (sessionId: string) => `session:${sessionId}`,
  /** `/agent`: those who look at a conversation. */
  conversation: (conversationId: string) => `conversation:${conversationId}`,
} as const;
