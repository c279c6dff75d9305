import { Component, createRef } from 'preact';
import type { Translation } from '../locale.js';
import type { ChatState } from '../state.js';
import { activityText } from '../activity-text.js';
import { openQuickReplies, timeline } from '../timeline.js';
import { MessageBubble, type BubbleActions } from './bubble.js';
import { DownIcon } from './icons.js';
import { Rating } from './rating.js';

interface Props {
  state: ChatState;
  t: Translation;
  actions: BubbleActions & {
    quickReply: (text: string) => void;
    rate: (score: number, comment: string) => Promise<boolean>;
  };
}

/** Further from the end than this (px), the visitor is reading back and is offered a way down. */
const nearEnd = 80;

/** Scrolls from its end (column-reverse in the stylesheet): 0 is the newest line, and growth keeps it in view. */
export class ConversationLog extends Component<Props, { away: boolean }> {
  override state = { away: false };
  readonly #log = createRef<HTMLDivElement>();

  /** What the visitor just sent is always brought into view. */
  override componentDidUpdate(before: Props) {
    if (newest(this.props) !== newest(before) && newest(this.props)) this.#toEnd();
  }

  #toEnd() {
    this.#log.current?.scrollTo({ top: 0 });
  }

  override render({ state, t, actions }: Props, { away }: { away: boolean }) {
    const rows = timeline(state);
    const typist = state.conversation?.agentName ?? t.text('agent');
    const quickReplies = openQuickReplies(state);
    const newestBubble = rows.findLastIndex((row) => row.type === 'bubble');
    const rating = state.conversation?.rating;
    return (
      <div class="log-frame">
        <div
          class="log"
          ref={this.#log}
          role="log"
          tabIndex={0}
          aria-label={t.text('conversation')}
          aria-live={state.synced ? 'polite' : 'off'}
          onScroll={(event) => this.setState({ away: event.currentTarget.scrollTop < -nearEnd })}
        >
          <div class="lines">
            {state.inbox?.greeting ? (
              <div class="line theirs first last">
                <div class="bubble" dir="auto">
                  {state.inbox.greeting}
                </div>
              </div>
            ) : null}
            {rows.map((row, index) =>
              row.type === 'activity' ? (
                <p class="activity" dir={row.activity ? undefined : 'auto'} key={row.key}>
                  {row.activity ? activityText(row.activity, t) : row.text}
                </p>
              ) : (
                <MessageBubble
                  key={row.key}
                  bubble={row}
                  newest={index === newestBubble}
                  agentReadSeq={state.conversation?.agentReadSeq ?? 0}
                  t={t}
                  actions={actions}
                />
              ),
            )}
            {rating ? (
              // The next episode's rating is another one.
              <Rating key={episodeOf(state)} score={rating.score} t={t} rate={actions.rate} />
            ) : null}
            {state.typing ? (
              <div class="line theirs first last">
                <p class="bubble typing">
                  <span class="unseen">{t.text('typing', { name: typist })}</span>
                  <i />
                  <i />
                  <i />
                </p>
              </div>
            ) : null}
            {quickReplies.length > 0 ? (
              <div class="quick" role="group" aria-label={t.text('suggestions')}>
                {quickReplies.map((reply) => (
                  <button class="pill" dir="auto" onClick={() => actions.quickReply(reply.text)}>
                    {reply.label}
                  </button>
                ))}
              </div>
            ) : null}
          </div>
        </div>
        {away ? (
          <button
            class="jump"
            aria-label={t.text('latest')}
            onClick={() => (this.#toEnd(), this.#log.current?.focus())}
          >
            <DownIcon />
          </button>
        ) : null}
      </div>
    );
  }
}

/** The last activity that closed something; what is said of it comes after. */
const episodeOf = ({ messages }: ChatState) =>
  messages.findLast(({ activity }) => activity?.code === 'resolved' || activity?.code === 'closed_by_bot')?.id;

const newest = ({ state }: Props) => state.outgoing.at(-1)?.clientMessageId;
