import { render } from 'preact';
import { createConnection, type Connection } from './connection.js';
import { pickLocale, translation, type Translation } from './locale.js';
import { fetchInbox, storedInbox } from './session.js';
import { initialState, type ChatState } from './state.js';
import { openStorage, type KeyValue } from './storage.js';
import { createStore, type Store } from './store.js';
import { Chat } from './ui/chat.js';
import { focusPanel } from './ui/focus.js';
import { passes } from './visitor-socket.js';
import css from './widget.css?inline';

/** What lives from the element's entry into the page to its removal. */
interface Mounted {
  store: Store;
  connection: Connection;
  drafts: KeyValue;
  t: Translation;
  /** How it looks is known, or cannot be: until then nothing is drawn, lest it change under the visitor's eyes. */
  ready: boolean;
  /** Ends every listener on the window. */
  gone: AbortController;
}

/** `<baton-chat data-inbox data-origin data-locale data-identity>`: launcher and panel. The shop may call `open()` and `close()`. */
export class BatonChat extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #phone = matchMedia('(max-width: 480px)');
  #mounted: Mounted | null = null;
  /** Who had the focus when the panel opened. */
  #opener: Element | null = null;

  connectedCallback() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];

    const { inbox = '', origin = '', locale: wish, identity = '' } = this.dataset;
    const wishes = [wish, document.documentElement.lang, ...navigator.languages];
    const locale = pickLocale(wishes);
    const storage = openStorage(() => localStorage, `baton:${inbox}:`);
    const drafts = openStorage(() => sessionStorage, `baton:${inbox}:`);
    const store = createStore(
      (state, before) => {
        if (state.seenSeq !== before.seenSeq) storage.set('seen', String(state.seenSeq));
        if (state.open !== before.open) drafts.set('open', state.open ? '1' : '');
        this.#mounted?.connection.seen();
        if (state.failure && !before.failure) console.error(`[Baton] ${state.failure.code}: ${state.failure.message}`);
        this.#draw(state);
      },
      {
        ...initialState,
        inbox: storedInbox(storage),
        open: drafts.get('open') === '1',
        seenSeq: Number(storage.get('seen')) || 0,
      },
    );
    const pageUrl = location.origin + location.pathname;
    const request = { origin, inboxKey: inbox, locale, pageUrl, identityToken: identity };
    const connection = createConnection({ storage, store, ...request });
    const gone = new AbortController();
    const mounted = {
      store,
      connection,
      drafts,
      t: translation(locale, wishes),
      ready: store.state.inbox !== null,
      gone,
    };
    this.#mounted = mounted;
    this.#listen(store, connection, gone.signal);
    this.#draw(store.state);
    fetchInbox(storage, request)
      .then((answer) => {
        if (answer.ok) store.dispatch({ type: 'inbox', inbox: answer.data });
        else if (!passes(answer.error)) store.dispatch({ type: 'failed', error: answer.error });
      })
      // No network: the connection says so when it is needed.
      .catch(() => {})
      .finally(() => {
        mounted.ready = true;
        this.#draw(store.state);
      });
    if (store.state.open) connection.start();
    else connection.resume();
  }

  disconnectedCallback() {
    this.#mounted?.gone.abort();
    this.#mounted?.connection.stop();
    this.#mounted = null;
    render(null, this.#root);
  }

  /** The customer has signed in at the shop, or, without a token, out. */
  identify(token = '') {
    this.dataset['identity'] = token;
    this.#mounted?.connection.identify(token);
  }

  open() {
    if (!this.#mounted) return;
    const { store, connection } = this.#mounted;
    if (!store.state.open) this.#opener = document.activeElement;
    store.dispatch({ type: 'opened' });
    connection.start();
    focusPanel(this.#root);
  }

  close() {
    const wasInside = this.#root.activeElement !== null;
    this.#mounted?.store.dispatch({ type: 'closed' });
    if (!wasInside) return;
    const opener = this.#opener === this || this.#opener === document.body ? null : this.#opener;
    const launcher = this.#root.querySelector<HTMLElement>('.launcher');
    ((opener as HTMLElement | null) ?? launcher)?.focus();
  }

  #listen(store: Store, connection: Connection, signal: AbortSignal) {
    addEventListener('offline', () => store.dispatch({ type: 'link', link: 'offline' }), { signal });
    addEventListener(
      'online',
      () => {
        store.dispatch({ type: 'link', link: 'reconnecting' });
        connection.wake();
      },
      { signal },
    );
    document.addEventListener('visibilitychange', () => connection.seen(), { signal });
    this.#phone.addEventListener('change', () => this.#draw(store.state), { signal });
    // The on-screen keyboard shrinks only the visual viewport: a full-screen panel has to follow it.
    const follow = () => {
      this.style.setProperty('--baton-height', `${visualViewport?.height}px`);
      this.style.setProperty('--baton-top', `${visualViewport?.offsetTop}px`);
    };
    visualViewport?.addEventListener('resize', follow, { signal });
    visualViewport?.addEventListener('scroll', follow, { signal });
  }

  #draw(state: ChatState) {
    if (!this.#mounted?.ready) return;
    const { connection, drafts, t } = this.#mounted;
    const close = () => this.close();
    render(
      <Chat
        state={state}
        t={t}
        connection={connection}
        drafts={drafts}
        modal={this.#phone.matches}
        close={close}
        toggle={state.open ? close : () => this.open()}
        refocus={() => focusPanel(this.#root)}
      />,
      this.#root,
    );
  }
}
