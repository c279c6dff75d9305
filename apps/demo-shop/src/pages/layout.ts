import { html, type Html } from '../html.js';

/** Where the widget comes from, and whose inbox it opens. */
export interface Embed {
  gatewayUrl: string;
  inboxKey: string;
}

export interface Page {
  title: string;
  /** The navigation entry that this page belongs to. */
  current?: string;
  body: Html;
}

const navigation = [
  { href: '/?category=home', label: 'Home' },
  { href: '/?category=clothing', label: 'Clothing' },
  { href: '/orders', label: 'Orders' },
  { href: '/help', label: 'Help' },
];

const fern = html`<svg class="fern" viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M12 22V5M12 9c-3 0-5-1-6-3 3 0 5 1 6 3Zm0 0c3 0 5-1 6-3-3 0-5 1-6 3Zm0 5c-3.6 0-6-1.2-7-3.5 3.6 0 6 1.2 7 3.5Zm0 0c3.6 0 6-1.2 7-3.5-3.6 0-6 1.2-7 3.5Zm0 5c-3 0-5-1-6-3 3 0 5 1 6 3Zm0 0c3 0 5-1 6-3-3 0-5 1-6 3Zm0-14c-1-1-1-2 0-3 1 1 1 2 0 3Z"
  />
</svg>`;

function navigationLink({ href, label }: (typeof navigation)[number], current: string | undefined): Html {
  return href === current
    ? html`<a href="${href}" aria-current="page">${label}</a>`
    : html`<a href="${href}">${label}</a>`;
}

export function layout({ title, current, body }: Page, { gatewayUrl, inboxKey }: Embed): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Fernhill</title>
        <link rel="icon" href="/fern.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shop.css" />
        <script src="${gatewayUrl}/widget.js" data-inbox="${inboxKey}" async></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <p class="notice">Fernhill is a demonstration shop: nothing here is for sale, but the chat is real.</p>
        <header class="top">
          <a class="brand" href="/">${fern} Fernhill</a>
          <nav aria-label="Main">${navigation.map((entry) => navigationLink(entry, current))}</nav>
        </header>
        <main id="main">${body}</main>
        <footer>
          <div>
            <h2>Fernhill</h2>
            <p>Home goods and clothing made to be lived in. From Bristol and Sheffield, since 2009.</p>
          </div>
          <div>
            <h2>Help</h2>
            <p>
              <a href="/help#delivery_cost">Delivery</a><br />
              <a href="/help#return_item">Returns</a><br />
              <a href="/help#warranty">Guarantee</a>
            </p>
          </div>
          <div>
            <h2>Visit us</h2>
            <p>22 Harbour Row, Bristol<br />8 Cutler’s Yard, Sheffield<br />Mon–Sat 9.30–18, Sun 11–17</p>
          </div>
        </footer>
      </body>
    </html>`.source;
}
