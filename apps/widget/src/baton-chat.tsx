import { render } from 'preact';
import { createConnection, type Connection } from './connection.js';
import { pickLocale, translation, type Translation } from './locale.js';
import { initialState, unreadCount, type ChatState } from './state.js';
import { openStorage, type KeyValue } from './storage.js';
import { createStore, type Store } from './store.js';
import { focusPanel } from './ui/focus.js';
import { Launcher } from './ui/launcher.js';
import { Panel } from './ui/panel.js';
import css from './widget.css?inline';

/** What lives from the element's entry into the page to its removal. */
interface Mounted {
  store: Store;
  connection: Connection;
  drafts: KeyValue;
  t: Translation;
  /** Ends every listener on the window. */
  gone: AbortController;
}

/**
 * `<baton-chat data-inbox data-origin data-locale>`: launcher and panel. The shop may call `open()` and `close()`, and
 * may set `--baton-accent` and `--baton-on-accent` on it.
 */
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

    const { inbox = '', origin = '', locale: wish } = this.dataset;
    const locale = pickLocale([wish, document.documentElement.lang, ...navigator.languages]);
    const storage = openStorage(() => localStorage, `baton:${inbox}:`);
    const drafts = openStorage(() => sessionStorage, `baton:${inbox}:`);
    const store = createStore(
      (state, before) => {
        if (state.seenSeq !== before.seenSeq) storage.set('seen', String(state.seenSeq));
        if (state.open !== before.open) drafts.set('open', state.open ? '1' : '');
        if (state.failure && !before.failure) console.error(`[Baton] ${state.failure.code}: ${state.failure.message}`);
        this.#draw(state);
      },
      { ...initialState, open: drafts.get('open') === '1', seenSeq: Number(storage.get('seen')) || 0 },
    );
    const session = { origin, inboxKey: inbox, locale, pageUrl: location.origin + location.pathname };
    const connection = createConnection({ storage, store, ...session });
    const gone = new AbortController();
    this.#mounted = { store, connection, drafts, t: translation(locale), gone };
    this.#listen(store, connection, gone.signal);
    this.#draw(store.state);
    if (store.state.open) connection.start();
    else connection.resume();
  }

  disconnectedCallback() {
    this.#mounted?.gone.abort();
    this.#mounted?.connection.stop();
    this.#mounted = null;
    render(null, this.#root);
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
    if (!this.#mounted) return;
    const { connection, drafts, t } = this.#mounted;
    const close = () => this.close();
    render(
      <div class="widget" lang={t.locale} dir={t.dir}>
        {state.open ? (
          <Panel
            state={state}
            t={t}
            connection={connection}
            drafts={drafts}
            modal={this.#phone.matches}
            close={close}
            refocus={() => focusPanel(this.#root)}
          />
        ) : null}
        <Launcher open={state.open} unread={unreadCount(state)} t={t} toggle={state.open ? close : () => this.open()} />
      </div>,
      this.#root,
    );
  }
}
