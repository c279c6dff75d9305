import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import type { Order } from './orders.js';
import { createShop } from './shop.js';

const gatewayUrl = 'http://gateway.test:3000';
const shop = createShop({ gatewayUrl, inboxKey: 'the-key' }, pino({ level: 'silent' }));
const get = (path: string) => request(shop).get(path);

describe('order API', () => {
  it('tells where order 1042 is', async () => {
    const response = await get('/api/orders/1042').expect(200);
    const order = response.body as Order;
    const email = 'robin.ashdown@example.com';
    expect(order).toMatchObject({ number: '1042', email, status: 'out_for_delivery', totalPence: 14_700 });
    expect(order.statusText).toContain('out for delivery with Larkpost');
  });

  it('knows a dozen orders in every status, and takes # before a number', async () => {
    const numbers = Array.from({ length: 14 }, (_, i) => 1032 + i);
    const orders = await Promise.all(
      numbers.map(async (number) => {
        const response = await get(`/api/orders/%23${number}`).expect(200);
        return response.body as Order;
      }),
    );
    expect(new Set(orders.map((order) => order.status)).size).toBe(6);
    for (const { items, deliveryPence, totalPence } of orders) {
      expect(items.reduce((sum, item) => sum + item.quantity * item.pricePence, deliveryPence)).toBe(totalPence);
    }
  });

  it.each(['%231042', 'FH-1042', 'fh 1042'])('knows %s for 1042', async (number) => {
    expect((await get(`/api/orders/${number}`).expect(200)).body).toMatchObject({ number: '1042' });
  });

  it.each(['9999', '1042abc', '%3Cscript%3E', '__proto__'])('answers 404 with a code to %s', async (number) => {
    await get(`/api/orders/${number}`)
      .expect(404)
      .expect({ code: 'ORDER_UNKNOWN', message: 'No order has this number. Check it and ask again.' });
  });
});

describe('what the bot does in the shop', () => {
  it('makes a label for what was delivered, and for nothing else', async () => {
    const label = async (orderId: unknown) => request(shop).post('/api/return-labels').send({ orderId });
    expect((await label('1036')).body).toMatchObject({ number: '1036', label: 'FR-1036-26' });
    expect((await label('1042')).body).toMatchObject({ number: '1042', label: null, deliveredOn: null });
    expect([(await label('9999')).status, (await label({})).status]).toEqual([404, 404]);
  });

  it('knows what is in stock', async () => {
    await get('/api/stock?product=candle').expect({ name: 'fig candle', stock: 'out' });
    await get('/api/stock?product=sofa').expect(404);
    await get('/api/stock').expect(404);
  });
});

describe('pages', () => {
  it.each(['/', '/?category=clothing', '/products/wool-throw', '/orders', '/orders/1042', '/help', '/nowhere'])(
    '%s embeds the widget and allows no other script',
    async (path) => {
      const { headers, text } = await get(path);
      expect(headers['content-type']).toContain('text/html');
      expect(text.match(/<script.*?<\/script>/gs)).toEqual([
        `<script src="${gatewayUrl}/widget.js" data-inbox="the-key" async></script>`,
      ]);
      expect(text).not.toMatch(/ style=| on\w+=|https?:\/\/(?!gateway\.test)/);
      const policy = headers['content-security-policy'];
      expect(policy).toContain(`script-src ${gatewayUrl};`);
      expect(policy).toContain(`connect-src ${gatewayUrl} ws://gateway.test:3000;`);
      expect(policy).not.toContain('unsafe');
    },
  );

  it('shows every product, each with a page and a picture', async () => {
    const { text } = await get('/');
    for (const { slug, name } of catalogue) {
      expect(text).toContain(`href="/products/${slug}"`);
      expect((await get(`/products/${slug}`).expect(200)).text).toContain(`<h1>${name}</h1>`);
      await get(`/art/${slug}.svg`).expect(200).expect('content-type', /svg/);
    }
  });

  it('finds an order by its number, and repeats an unknown one as text only', async () => {
    await get('/orders?number=%201042').expect(303).expect('location', '/orders/1042');
    const { text } = await get(`/orders?number=${encodeURIComponent('<img src=x onerror=alert(1)>')}`).expect(200);
    expect(text).toContain('There is no order “&lt;img src=x onerror=alert(1)&gt;”');
  });

  it('says what is wrong with an address that leads nowhere', async () => {
    expect((await get('/products/sofa').expect(404)).text).toContain('This page does not exist');
    expect((await get('/orders/%E0%A4%A').expect(400)).text).toContain('That did not work');
  });
});
