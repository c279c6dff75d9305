import type { Browser, Page } from 'playwright-core';
import { startWebServer } from './web-server.js';

interface Embedded {
  gatewayUrl: string;
  inboxKey: string;
  identity?: string;
}

export interface BlankPage {
  page: Page;
  /** Of the page. */
  origin: string;
  /** What the page's browser console shows as errors. */
  errors: string[];
}

/**
 * A page that holds nothing but the widget's script tag, on an origin of its own; not opened yet. Its content security policy allows
 * what docs/make-it-yours.md asks of shops, and nothing else.
 */
export async function blankPage(browser: Browser, embedded: Embedded): Promise<BlankPage> {
  const { gatewayUrl, inboxKey, identity } = embedded;
  const attributes = `data-inbox="${inboxKey}"${identity ? ` data-identity="${identity}"` : ''}`;
  const origin = await startWebServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    const sockets = gatewayUrl.replace(/^http/, 'ws');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${gatewayUrl}; connect-src ${gatewayUrl} ${sockets}`,
    );
    response.end(
      `<!doctype html><title>Shop</title><script src="${gatewayUrl}/widget.js" ${attributes} async></script>`,
    );
  });
  const context = await browser.newContext({ viewport: { width: 1024, height: 760 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { page, origin, errors };
}
