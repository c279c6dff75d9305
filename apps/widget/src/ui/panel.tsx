import type { TargetedKeyboardEvent } from 'preact';
import type { Connection } from '../connection.js';
import type { Translation } from '../locale.js';
import type { ChatState } from '../state.js';
import type { KeyValue } from '../storage.js';
import { Composer } from './composer.js';
import { ConversationLog } from './conversation-log.js';
import { EmailForm } from './email-form.js';
import { keepFocusInside } from './focus.js';
import { CloseIcon } from './icons.js';
import { notice, tagline } from './notice.js';
import { PersonButton } from './person-button.js';

export interface PanelProps {
  state: ChatState;
  t: Translation;
  connection: Connection;
  drafts: KeyValue;
  /** Covers the page, as on phones: the page behind is out of reach, for the keyboard too. */
  modal: boolean;
  close: () => void;
  /** After a press that removes its own button. */
  refocus: () => void;
}

export function Panel({ state, t, connection, drafts, modal, close, refocus }: PanelProps) {
  const name = state.inbox?.name ?? '';
  const told = notice(state, t);

  function keyDown(event: TargetedKeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      close();
    } else if (modal) keepFocusInside(event.currentTarget, event);
  }

  return (
    <div
      class="panel"
      role="dialog"
      aria-modal={modal}
      aria-label={name || t.text('conversation')}
      tabIndex={-1}
      onKeyDown={keyDown}
    >
      <div class="head">
        {name ? (
          <span class="mark" aria-hidden="true">
            {[...name][0]}
          </span>
        ) : null}
        <div class="title">
          <h2 dir="auto">{name}</h2>
          <p dir="auto">{tagline(state, t)}</p>
        </div>
        <button class="icon" aria-label={t.text('close')} onClick={close}>
          <CloseIcon />
        </button>
      </div>
      <p class={told ? `notice ${told.tone}` : 'notice'} role="status">
        {told?.text}
      </p>
      {state.failure ? (
        <div class="blank" role="alert">
          <h3>{t.text('unavailable')}</h3>
          <p dir="auto">{state.failure.message}</p>
        </div>
      ) : !state.synced ? (
        <div class="blank loading" role="status">
          <i />
          <i />
          <i />
          <p>{t.text('loading')}</p>
        </div>
      ) : (
        <ConversationLog
          state={state}
          t={t}
          actions={{
            retry: connection.retry,
            readFile: connection.files.read,
            rate: connection.rate,
            discard: (id) => (connection.discard(id), refocus()),
            quickReply: (text) => (connection.send(text), refocus()),
          }}
        />
      )}
      {state.failure ? null : (
        <div class="foot">
          <PersonButton
            state={state}
            t={t}
            request={() => (connection.requestHuman(), refocus())}
            retry={connection.retry}
          />
          {state.conversation?.asksEmail ? (
            <EmailForm
              t={t}
              leave={async (email) => {
                const problem = await connection.leaveEmail(email);
                if (problem === null) refocus();
                return problem === '' ? t.text('tryLater') : problem;
              }}
            />
          ) : null}
          <Composer
            t={t}
            drafts={drafts}
            send={connection.send}
            upload={connection.files.upload}
            typing={connection.typing}
          />
        </div>
      )}
    </div>
  );
}
