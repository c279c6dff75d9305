import { Component, createRef } from 'preact';
import type { Translation } from '../locale.js';
import type { AttachmentView } from '#contracts';
import type { FileTransfer } from '../files.js';
import type { KeyValue } from '../storage.js';
import { ClipIcon, SendIcon } from './icons.js';
import { Uploads } from './uploads.js';

/** The contract's `maxTextLength`, in UTF-16 units; importing the value would bundle the whole contract. */
const maxTextLength = 4000;
/** The counter shows from this many characters left. */
const counterFrom = 400;

interface Props {
  t: Translation;
  /** Keeps the unsent words while the visitor moves between pages of the shop. */
  drafts: KeyValue;
  send: (text: string, attachments?: readonly AttachmentView[]) => void;
  upload: FileTransfer['upload'];
  typing: () => void;
}

interface State {
  value: string;
  /** Files that are uploaded, and whether others are not, yet or at all. */
  ready: AttachmentView[];
  busy: boolean;
}

export class Composer extends Component<Props, State> {
  override state: State = { value: this.props.drafts.get('draft') ?? '', ready: [], busy: false };
  readonly #field = createRef<HTMLTextAreaElement>();
  readonly #picker = createRef<HTMLInputElement>();
  #uploads?: Uploads;

  override componentDidMount() {
    this.#fit();
    const panel = this.#field.current?.closest<HTMLElement>('.panel');
    panel?.addEventListener('dragover', (event) => event.preventDefault());
    panel?.addEventListener('drop', (event) => {
      event.preventDefault();
      this.#uploads?.add(event.dataTransfer?.files ?? []);
    });
  }

  override componentDidUpdate(_: Props, before: State) {
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
    const { ready } = this.state;
    if (!this.#canSend(text, left)) return;
    this.props.send(text, ready);
    this.#uploads?.clear();
    this.#change('');
    this.#field.current?.focus();
  }

  #canSend(text: string, left: number): boolean {
    const { ready, busy } = this.state;
    return !busy && left >= 0 && (text !== '' || ready.length > 0);
  }

  override render({ t, upload, typing }: Props) {
    const { text, left } = measure(this.state.value);
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          this.#submit();
        }}
      >
        <Uploads
          mounted={(uploads) => (this.#uploads = uploads)}
          t={t}
          upload={upload}
          changed={(files) => this.setState(files)}
        />
        <div class="field">
          <button
            type="button"
            class="icon"
            aria-label={t.text('attach')}
            title={t.text('attach')}
            onClick={() => this.#picker.current?.click()}
          >
            <ClipIcon />
          </button>
          <input
            ref={this.#picker}
            type="file"
            hidden
            multiple
            onChange={({ currentTarget }) => {
              this.#uploads?.add(currentTarget.files ?? []);
              currentTarget.value = '';
              this.#field.current?.focus();
            }}
          />
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
            onPaste={(event) => {
              const files = event.clipboardData?.files;
              if (!files?.length) return;
              event.preventDefault();
              this.#uploads?.add(files);
            }}
            onKeyDown={(event) => {
              // 229: Safari reports the Enter that ends an input method's composition after the composition.
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
              event.preventDefault();
              this.#submit();
            }}
          />
          <button class="send" type="submit" aria-label={t.text('send')} aria-disabled={!this.#canSend(text, left)}>
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
