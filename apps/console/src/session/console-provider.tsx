import type { AgentView, ConversationItem, OfferView } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { createConsoleClient } from '../connection/console-client.js';
import { openSocket } from '../connection/socket.js';
import { visitorName } from '../conversation/words.js';
import { reasonOf } from '../evidence/reasons.js';
import { createStore } from '../store/create-store.js';
import { keepUnsent, readUnsent } from '../store/unsent.js';
import { say } from '../ui/toasts.js';
import { callFor } from './attention.js';
import { isLooking } from './use-looking.js';
import { ConsoleContext } from './console-context.js';
import { useRecheckSession } from './session.js';
import { t } from '../language/t.js';

function announce({ assignmentId, conversation }: OfferView): void {
  callFor(
    'offers',
    t('New conversation: {conversation}', { conversation: visitorName(conversation) }),
    reasonOf(conversation.reason).title,
    assignmentId,
  );
}

function announceReply(item: ConversationItem): void {
  if (isLooking() && location.pathname.includes(item.id)) return;
  callFor('replies', t('{name} wrote', { name: visitorName(item) }), item.preview, item.id);
}

/** One socket and one store for as long as this agent is signed in. */
export function ConsoleProvider({ me, children }: { me: AgentView; children: ReactNode }) {
  const queries = useQueryClient();
  const recheckSession = useRecheckSession();
  const [session] = useState(() => {
    const store = createStore(me, readUnsent(me.id));
    const client = createConsoleClient(openSocket(), store, {
      onOffer: announce,
      onTakenOver: (item) =>
        say(
          'bad',
          t('{colleague} took over from you: {name}. Your draft is kept.', {
            colleague: item.ownerName ?? t('A colleague'),
            name: visitorName(item),
          }),
        ),
      onPromise: ({ conversationId, passed }) => {
        const item = store.get().inbox.items.get(conversationId);
        if (item?.owner.id !== store.get().me.id) return;
        const name = visitorName(item);
        say(
          'bad',
          passed === 'breach'
            ? t('{name} has waited longer than promised.', { name })
            : t('{name} should hear from you soon.', { name }),
        );
      },
      onMentioned: ({ conversationId, byName }) => {
        callFor(
          'mentions',
          t('{byName} named you in a note', { byName }),
          t('Open the conversation to read it.'),
          conversationId,
        );
        say('good', t('{byName} named you in a note.', { byName }));
      },
      onReply: announceReply,
      onLabelsChanged: () => void queries.invalidateQueries({ queryKey: ['labels'] }),
      onTrainingProgress: (runId) => {
        void queries.invalidateQueries({ queryKey: ['run', runId] });
        void queries.invalidateQueries({ queryKey: ['models'] });
      },
      onIntentsChanged: () => void queries.invalidateQueries({ queryKey: ['intents'] }),
      onWorkChanged: () => void queries.invalidateQueries({ queryKey: ['wallboard'] }),
      onSignedOut: recheckSession,
    });
    return { store, client };
  });

  /** Their name, or the workspace's, was changed meanwhile. */
  useEffect(() => session.store.dispatch({ type: 'me', me }), [session, me]);

  useEffect(() => {
    const { store, client } = session;
    let { sendQueue } = store.get();
    let mentions = Infinity; // the first count is of those who waited already
    const stop = store.subscribe(() => {
      const counted = store.get().inbox.counts?.mentions ?? Infinity;
      if (counted > mentions && counted !== Infinity)
        callFor('mentions', t('You are mentioned'), t('A colleague has named you in a note.'), 'mention');
      mentions = counted;
      if (store.get().sendQueue === sendQueue) return;
      keepUnsent(store.get().me.id, sendQueue, store.get().sendQueue);
      sendQueue = store.get().sendQueue;
    });
    client.connect();
    return () => {
      stop();
      client.close();
    };
  }, [session]);

  return <ConsoleContext value={session}>{children}</ConsoleContext>;
}
