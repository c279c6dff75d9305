import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { catalogue, productBySlug } from './catalogue.js';
import { readHelp } from './help.js';
import { findOrder, ordersAt, returnLabel } from './orders.js';
import { failurePage, helpPage, notFoundPage } from './pages/help.js';
import { homePage } from './pages/home.js';
import { layout, type Embed, type Page } from './pages/layout.js';
import { orderPage, ordersPage } from './pages/orders.js';
import { productPage } from './pages/product.js';

/** Only the widget is script here, and it comes from the gateway; its styles are constructed, not inline. */
function contentSecurityPolicy(gatewayUrl: string) {
  const gateway = new URL(gatewayUrl).origin;
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: [gateway],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: [gateway, gateway.replace(/^http/, 'ws')],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  };
}

const orderUnknown = { code: 'ORDER_UNKNOWN', message: 'No order has this number. Check it and ask again.' };

/** The shop on an origin of its own, as it would be at a customer's: the widget is all that it knows of Baton. */
export function createShop(embed: Embed, logger: Logger): Express {
  const help = readHelp();
  const render = (page: Page) => layout(page, embed);
  const app = express();

  // No HSTS: the demo speaks plain HTTP on localhost, which other programs of its user share.
  app.use(helmet({ contentSecurityPolicy: contentSecurityPolicy(embed.gatewayUrl), strictTransportSecurity: false }));
  app.use(express.static('apps/demo-shop/public', { index: false, maxAge: '10m' }));

  app.get('/health/ready', (_request, response) => {
    response.json({ status: 'ok', failing: [] });
  });

  app.get('/api/orders/:number', (request, response) => {
    const order = findOrder(request.params.number, new Date());
    if (order) response.json(order);
    else response.status(404).json(orderUnknown);
  });

  app.post('/api/return-labels', express.json({ limit: '1kb' }), (request, response) => {
    const { orderId } = (request.body ?? {}) as { orderId?: unknown };
    const order = typeof orderId === 'string' ? findOrder(orderId, new Date()) : undefined;
    if (order) response.json(returnLabel(order));
    else response.status(404).json(orderUnknown);
  });

  app.get('/api/stock', (request, response) => {
    const wanted = typeof request.query.product === 'string' ? request.query.product.trim().toLowerCase() : '';
    const product = catalogue.find(({ name }) => wanted !== '' && name.toLowerCase().includes(wanted));
    if (product) response.json({ name: product.name.toLowerCase(), stock: product.stock });
    else
      response
        .status(404)
        .json({ code: 'PRODUCT_UNKNOWN', message: 'No product has this name. Check it and ask again.' });
  });

  app.get('/', (request, response) => {
    const { category } = request.query;
    response.send(render(homePage(category === 'home' || category === 'clothing' ? category : null)));
  });

  app.get('/products/:slug', (request, response, next) => {
    const product = productBySlug.get(request.params.slug);
    if (product) response.send(render(productPage(product)));
    else next();
  });

  app.get('/orders', (request, response) => {
    const now = new Date();
    const typed = typeof request.query.number === 'string' ? request.query.number : null;
    const found = typed === null ? undefined : findOrder(typed, now);
    if (found) response.redirect(303, `/orders/${found.number}`);
    else response.send(render(ordersPage(ordersAt(now), typed)));
  });

  app.get('/orders/:number', (request, response, next) => {
    const order = findOrder(request.params.number, new Date());
    if (order) response.send(render(orderPage(order)));
    else next();
  });

  app.get('/help', (_request, response) => {
    response.send(render(helpPage(help)));
  });

  app.use((_request, response) => {
    response.status(404).send(render(notFoundPage));
  });

  const failure: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) logger.error({ err: error }, 'request failed');
    response.status(status).send(render(failurePage));
  };
  app.use(failure);
  return app;
}
