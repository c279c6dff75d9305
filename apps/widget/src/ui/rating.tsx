import { Component } from 'preact';
import type { Translation } from '../locale.js';

interface Props {
  /** What the visitor has said already. */
  score: number | null;
  t: Translation;
  /** False: it did not arrive. */
  rate: (score: number, comment: string) => Promise<boolean>;
}

interface State {
  score: number | null;
  comment: string;
  busy: boolean;
  failed: boolean;
  done: boolean;
}

const faces = ['😞', '🙁', '😐', '🙂', '😄'];
const words = ['score1', 'score2', 'score3', 'score4', 'score5'] as const;
/** The contract's limit. */
const longest = 1000;

/** How it went: a face, sent at once, and then why, if the visitor likes to say it. */
export class Rating extends Component<Props, State> {
  // A score of an earlier page is done: the question is asked once.
  override state: State = {
    score: this.props.score,
    comment: '',
    busy: false,
    failed: false,
    done: this.props.score !== null,
  };

  async #send(score: number, comment: string) {
    if (this.state.busy) return;
    this.setState({ score, busy: true, failed: false });
    const arrived = await this.props.rate(score, comment);
    this.setState({
      ...{ busy: false, failed: !arrived, done: arrived && comment !== '' },
      ...(arrived || comment !== '' ? {} : { score: null }),
    });
  }

  override render({ t }: Props, { score, comment, busy, failed, done }: State) {
    if (done) return null;
    return (
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (score !== null && comment.trim()) void this.#send(score, comment.trim());
        }}
      >
        <p role="status">{t.text(score === null || busy ? 'rateAsk' : 'rateThanks')}</p>
        {score === null ? (
          <div class="faces" role="group" aria-label={t.text('rateAsk')}>
            {faces.map((face, i) => (
              <button
                type="button"
                aria-label={t.text(words[i]!)}
                title={t.text(words[i]!)}
                onClick={() => void this.#send(i + 1, '')}
              >
                {face}
              </button>
            ))}
          </div>
        ) : busy && !comment ? null : (
          <>
            <textarea
              rows={2}
              maxLength={longest}
              dir={comment ? 'auto' : t.dir}
              value={comment}
              aria-label={t.text('rateWhy')}
              placeholder={t.text('rateWhy')}
              onInput={(event) => this.setState({ comment: event.currentTarget.value })}
            />
            <p class="actions">
              <button type="button" class="pill" onClick={() => this.setState({ done: true })}>
                {t.text('rateNoComment')}
              </button>
              <button class="pill strong" aria-disabled={busy || !comment.trim()}>
                {t.text('send')}
              </button>
            </p>
          </>
        )}
        {failed ? (
          <p class="meta failed" role="alert">
            {t.text('notSent')} {t.text('tryLater')}
          </p>
        ) : null}
      </form>
    );
  }
}
