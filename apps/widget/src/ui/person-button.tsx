import type { Translation } from '../locale.js';
import type { ChatState } from '../state.js';
import { PersonIcon } from './icons.js';

interface Props {
  state: ChatState;
  t: Translation;
  request: () => void;
  retry: (clientMessageId: string) => void;
}

/** "Talk to a person": there whenever no person is on the way. */
export function PersonButton({ state, t, request, retry }: Props) {
  const owner = state.conversation?.ownerType;
  if (owner === 'queue' || owner === 'agent') return null;
  const asked = state.outgoing.find((o) => o.kind === 'human');
  const failed = asked?.status === 'failed';
  const waiting = asked !== undefined && !failed;
  function press() {
    if (failed) retry(asked.clientMessageId);
    else if (!waiting) request();
  }
  return (
    <div class="person">
      <button class="pill" aria-disabled={waiting} onClick={press}>
        <PersonIcon />
        {t.text(waiting ? 'asking' : 'talkToPerson')}
      </button>
      {asked?.error ? (
        <p class="meta failed" role="alert" dir="auto">
          {asked.error}
        </p>
      ) : null}
    </div>
  );
}
