import { Component } from 'preact';
import type { Translation } from '../locale.js';

interface Props {
  t: Translation;
  /** The sentence that says why not; null: it is kept. */
  leave: (email: string) => Promise<string | null>;
}

interface State {
  email: string;
  consent: boolean;
  busy: boolean;
  problem: string;
  dismissed: boolean;
}

/** While nobody is there: where the answer may go when the visitor has left. */
export class EmailForm extends Component<Props, State> {
  override state: State = { email: '', consent: false, busy: false, problem: '', dismissed: false };

  async #submit() {
    const { t, leave } = this.props;
    const { email, consent, busy } = this.state;
    if (busy) return;
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) return this.setState({ problem: t.text('emailWrong') });
    if (!consent) return this.setState({ problem: t.text('emailNoConsent') });
    this.setState({ busy: true, problem: '' });
    this.setState({ busy: false, problem: (await leave(email.trim())) ?? '' });
  }

  override render({ t }: Props, { email, consent, busy, problem, dismissed }: State) {
    if (dismissed) return null;
    return (
      <form
        class="card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void this.#submit();
        }}
      >
        <label for="email">{t.text('emailAsk')}</label>
        <input
          id="email"
          type="email"
          dir="ltr"
          autocomplete="email"
          maxLength={320}
          placeholder="name@mail.example"
          value={email}
          aria-invalid={problem !== ''}
          aria-describedby="email-problem"
          onInput={(event) => this.setState({ email: event.currentTarget.value })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={consent}
            onChange={(event) => this.setState({ consent: event.currentTarget.checked })}
          />
          <span>{t.text('emailConsent')}</span>
        </label>
        <p id="email-problem" class="meta failed" role="alert">
          {problem}
        </p>
        <p class="actions">
          <button type="button" class="pill" onClick={() => this.setState({ dismissed: true })}>
            {t.text('emailNo')}
          </button>
          <button class="pill strong" aria-disabled={busy}>
            {t.text(busy ? 'sending' : 'emailSave')}
          </button>
        </p>
      </form>
    );
  }
}
