import { io } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AgentActor } from '#conversation';
import { createConsoleClient, type ConsoleClient } from '../../apps/console/src/connection/console-client.js';
import type { AgentSocket } from '../../apps/console/src/connection/socket.js';
import { createStore, type ConsoleStore } from '../../apps/console/src/store/create-store.js';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectVisitor, signIn, visitorToken } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let core: Awaited<ReturnType<typeof startCore>>;
let here: RunningApp;
let there: RunningApp;
let ada: Desk;
let bob: Desk;
let conversationId: string;

interface Desk {
  agent: AgentActor;
  store: ConsoleStore;
  client: ConsoleClient;
  /** Names of those who took a conversation from this agent. */
  takenBy: (string | null)[];
}

/** A console without its screen, by its own connection code. */
async function desk(gateway: RunningApp, agent: AgentActor): Promise<Desk> {
  const cookie = await signIn(gateway.url, core.db, agent);
  const options = { autoConnect: false, forceNew: true, transports: ['websocket'], extraHeaders: { cookie } };
  const socket: AgentSocket = io(`${gateway.url}/agent`, options);
  const store = createStore(await core.presence.view(agent), []);
  const takenBy: (string | null)[] = [];
  const nothing = () => undefined;
  const client = createConsoleClient(socket, store, {
    onTakenOver: ({ ownerName }) => takenBy.push(ownerName),
    ...{ onOffer: nothing, onPromise: nothing, onMentioned: nothing, onReply: nothing, onLabelsChanged: nothing },
    ...{ onWorkChanged: nothing, onTrainingProgress: nothing, onIntentsChanged: nothing, onSignedOut: nothing },
  });
  client.connect();
  atEnd(() => client.close());
  await waitFor(() => store.get().connection === 'online');
  return { agent, store, client, takenBy };
}

const thread = ({ store }: Desk) => store.get().threads[conversationId];
const watched = (at: Desk) => Object.values(thread(at)?.viewers ?? {}).map(({ name }) => name);
const typist = (at: Desk) => thread(at)?.typing?.name ?? null;
const item = ({ store }: Desk) => store.get().inbox.items.get(conversationId)!;
async function look(at: Desk): Promise<void> {
  at.client.show(conversationId);
  await waitFor(() => thread(at)?.timeline.loaded);
}

beforeAll(async () => {
  const environment = await freshEnvironment();
  [here, there, core] = await Promise.all([
    startApp('gateway', environment),
    startApp('gateway', environment),
    startCore(environment),
  ]);
  const shop = await core.workspace();
  ada = await desk(here, await shop.agent('Ada'));
  bob = await desk(there, await shop.agent('Bob'));
  const visitor = await connectVisitor(here.url, await visitorToken(here.url, shop.inboxId));
  const asked = await visitor.emitWithAck('human:request', { clientMessageId: uuidv7() });
  if (!asked.ok) throw new Error(asked.error.message);
  ({ conversationId } = asked.data);
});

describe('agents on two gateways', () => {
  it('see who else looks, and never themselves', async () => {
    await look(ada);
    await look(bob);
    await waitFor(() => watched(ada).length > 0 && watched(bob).length > 0);
    const elsewhere = await desk(there, ada.agent); // her other browser
    await look(elsewhere);
    await waitFor(() => watched(elsewhere).length > 0);
    expect([ada, bob, elsewhere].map(watched)).toEqual([['Bob'], ['Ada'], ['Bob']]);

    elsewhere.client.show(null);
    bob.client.show(null);
    await waitFor(() => watched(ada).length === 0);
    await look(bob);
    await waitFor(() => watched(ada).length > 0 && watched(bob).length > 0); // who still looks by one browser is there
  });

  it('see who types, and never themselves', async () => {
    ada.client.typing(conversationId, true);
    await waitFor(() => typist(bob) === 'Ada');
    bob.client.typing(conversationId, true);
    await waitFor(() => typist(ada) === 'Bob');
    expect(typist(bob)).toBe('Ada');
    ada.client.typing(conversationId, false);
    await waitFor(() => typist(bob) === null);
  });

  it('take over from each other only whom they saw, and the one who had it is told', async () => {
    const seenWaiting = item(bob);
    await ada.client.takeOver(item(ada));
    await expect(bob.client.takeOver(seenWaiting)).rejects.toMatchObject({
      code: 'OWNER_CHANGED',
      colleague: 'Ada',
    });
    expect(item(bob)).toMatchObject({ ownerName: 'Ada' });
    expect(ada.takenBy).toEqual([]);

    await bob.client.takeOver(item(bob));
    await waitFor(() => ada.takenBy.length > 0);
    expect(ada.takenBy).toEqual(['Bob']);
    const activities = () => thread(ada)!.timeline.messages.map(({ activity }) => activity?.code);
    await waitFor(() => activities().includes('taken_over'));
  });
});
