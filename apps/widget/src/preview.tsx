import { render } from 'preact';
import type { WidgetContrast, WidgetPreview } from '#contracts';
import { contrast, palette } from './appearance.js';
import type { Connection } from './connection.js';
import { pickLocale, translation } from './locale.js';
import { initialState, type ChatState } from './state.js';
import { openStorage } from './storage.js';
import { Chat } from './ui/chat.js';
import css from './widget.css?inline';

/** `contain` makes the element the window that fixed parts stick to; a phone's panel then fills it too. */
const frame = ':host{display:block;contain:strict}@media(max-width:480px){.widget .panel{height:100%}}';

/** Draws the widget into an element of the console, with its own code but without a connection. May be called again. */
export function draw(host: HTMLElement, preview: WidgetPreview): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (root.adoptedStyleSheets.length === 0) root.adoptedStyleSheets = [css, frame].map(styleSheet);
  host.inert = true;
  render(
    <Chat
      state={stateOf(preview)}
      t={translation(pickLocale([preview.locale]))}
      connection={unconnected}
      drafts={openStorage(() => sessionStorage, 'baton:preview:')}
      modal={false}
      close={nothing}
      toggle={nothing}
      refocus={nothing}
    />,
    root,
  );
}

/** How well the shop's colours can be told apart where the widget uses them as they are. */
export function contrasts(appearance: { accent: string; surface: string }): WidgetContrast {
  const colours = palette(appearance);
  return {
    onAccent: { text: colours['on-accent'], ratio: contrast(colours.accent, colours['on-accent']) },
    onSurface: { text: colours.text, ratio: contrast(colours.bg, colours.text) },
    accentOnSurface: contrast(colours.accent, colours.bg),
  };
}

function styleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

function stateOf({ name, greeting, locale, appearance, messages, open }: WidgetPreview): ChatState {
  const createdAt = new Date().toISOString();
  return {
    ...initialState,
    open,
    link: 'online',
    synced: true,
    inbox: { name, greeting, locale, appearance },
    messages: messages.map(({ from, text }, index) => ({
      id: `${index}`,
      conversationId: '',
      seq: index + 1,
      previousSeq: index,
      kind: from === 'contact' ? 'inbound' : 'outbound',
      senderType: from,
      senderName: null,
      text,
      activity: null,
      quickReplies: [],
      mail: null,
      attachments: [],
      clientMessageId: `${index}`,
      modelVersionId: null,
      createdAt,
    })),
  };
}

const nothing = () => {};
const never = () => new Promise<never>(() => {});
const unconnected: Connection = {
  start: nothing,
  resume: nothing,
  send: nothing,
  files: { upload: never, read: never },
  rate: never,
  leaveEmail: never,
  seen: nothing,
  requestHuman: nothing,
  retry: nothing,
  discard: nothing,
  typing: nothing,
  identify: nothing,
  wake: nothing,
  stop: nothing,
};
