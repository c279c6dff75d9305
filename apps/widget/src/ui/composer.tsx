import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translation } from '../locale.js';
import type { KeyValue } from '../storage.js';
import { SendIcon } from './icons.js';

/** The contract's `maxTextLength`, in UTF-16 units; importing the value would bundle the whole contract. */
export const maxTextLength = 4000;
const counterFrom = 3600;

interface Props {
  t: Translation;
  /** Keeps the unsent words while the visitor moves between pages of the shop. */
  drafts: KeyValue;
  send: (text: string) => void;
  typing: () => void;
}

export function Composer({ t, drafts, send, typing }: Props) {
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => drafts.get('draft') ?? '');
  const text = value.trim();
  const left = maxTextLength - text.length;

  // Grows with its text up to the stylesheet's max-height.
  useLayoutEffect(() => {
    const { current } = fieldRef;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [value]);

  function change(next: string) {
    setValue(next);
    drafts.set('draft', next);
  }

  function submit() {
    if (!text || left < 0) return;
    send(text);
    change('');
    fieldRef.current?.focus();
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="field">
        <textarea
          ref={fieldRef}
          class="autofocus"
          rows={1}
          dir="auto"
          value={value}
          aria-label={t.text('placeholder')}
          placeholder={t.text('placeholder')}
          aria-invalid={left < 0}
          aria-describedby="limit"
          onInput={(event) => {
            change(event.currentTarget.value);
            typing();
          }}
          onKeyDown={(event) => {
            // 229: Safari reports the Enter that ends an input method's composition after the composition.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            submit();
          }}
        />
        <button class="send" type="submit" aria-label={t.text('send')} aria-disabled={!text || left < 0}>
          <SendIcon />
        </button>
      </div>
      <p id="limit" class={left < 0 ? 'limit over' : 'limit'} aria-live="polite">
        {text.length >= counterFrom ? t.text(left < 0 ? 'over' : 'left', { n: Math.abs(left) }) : null}
      </p>
    </form>
  );
}
