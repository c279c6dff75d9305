import { Component, createRef } from 'preact';
import type { Translation } from '../locale.js';
import type { KeyValue } from '../storage.js';
import { SendIcon } from './icons.js';

/** The contract's `maxTextLength`, in UTF-16 units; importing the value would bundle the whole contract. */
const maxTextLength = 4000;
/** The counter shows from this many characters left. */
const counterFrom = 400;

interface Props {
  t: Translation;
  /** Keeps the unsent words while the visitor moves between pages of the shop. */
  drafts: KeyValue;
  send: (text: string) => void;
  typing: () => void;
}

export class Composer extends Component<Props, { value: string }> {
  override state = { value: this.props.drafts.get('draft') ?? '' };
  readonly #field = createRef<HTMLTextAreaElement>();

  override componentDidMount() {
    this.#fit();
  }

  override componentDidUpdate(_: Props, before: { value: string }) {
    if (before.value !== this.state.value) this.#fit();
  }

  /** Grows with its text, up to the stylesheet's max-height. */
  #fit() {
    const field = this.#field.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  #change(value: string) {
    this.setState({ value });
    this.props.drafts.set('draft', value);
  }

  #submit() {
    const { text, left } = measure(this.state.value);
    if (!text || left < 0) return;
    this.props.send(text);
    this.#change('');
    this.#field.current?.focus();
  }

  override render({ t, typing }: Props) {
    const { text, left } = measure(this.state.value);
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          this.#submit();
        }}
      >
        <div class="field">
          <textarea
            ref={this.#field}
            class="autofocus"
            rows={1}
            // The placeholder reads as the language does, what is typed as it is typed.
            dir={text ? 'auto' : t.dir}
            value={this.state.value}
            aria-label={t.text('placeholder')}
            placeholder={t.text('placeholder')}
            aria-invalid={left < 0}
            aria-describedby="limit"
            onInput={(event) => {
              this.#change(event.currentTarget.value);
              typing();
            }}
            onKeyDown={(event) => {
              // 229: Safari reports the Enter that ends an input method's composition after the composition.
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
              event.preventDefault();
              this.#submit();
            }}
          />
          <button class="send" type="submit" aria-label={t.text('send')} aria-disabled={!text || left < 0}>
            <SendIcon />
          </button>
        </div>
        <p id="limit" class={left < 0 ? 'limit over' : 'limit'} aria-live="polite">
          {left <= counterFrom ? t.text(left < 0 ? 'over' : 'left', { n: Math.abs(left) }) : null}
        </p>
      </form>
    );
  }
}

function measure(value: string) {
  const text = value.trim();
  return { text, left: maxTextLength - text.length };
}
