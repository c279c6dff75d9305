import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultCase, Scene } from '../fault-case.js';

/** An order API of the shop that behaves like `answer`. */
async function orderApi({ stack }: Pick<Scene, 'stack'>, answer: RequestListener): Promise<() => Promise<void>> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders/{{orderId}}`;
  const slots = [{ name: 'orderId', kind: 'order_number', question: '', choices: [] }];
  const data = { url, slots, identity: 'public' as const, confirmedBy: [] };
  await stack.db.action.updateMany({ where: { name: 'orderStatus' }, data });
  return async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
}

/** Eight visitors a second ask for an order, beside the other load. */
async function askForOrders({ visitors, lasting }: Scene, seconds: number): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    for (const visitor of visitors.slice(12)) visitor.ask(`Where is my order ${4000 + i}?`);
    await lasting(1);
  }
}

const excused = /Where is my order/;

/** The shop's order API, which is not ours to repair. */
export const orderApiCases: FaultCase[] = [
  {
    name: 'order-api-slow',
    fault: 'the order API never answers, eight questions a second',
    excused,
    prepare: (scene) => orderApi(scene, () => undefined),
    inject: (scene) => askForOrders(scene, 8),
  },
  {
    name: 'order-api-endless',
    fault: 'the order API answers without end',
    excused,
    prepare: (scene) =>
      orderApi(scene, (_, response) => {
        response.setHeader('content-type', 'application/json');
        const chunk = 'x'.repeat(65_536);
        const more = () => {
          while (response.write(chunk));
          response.once('drain', more);
        };
        more();
      }),
    inject: (scene) => askForOrders(scene, 6),
  },
  {
    name: 'order-api-dripping',
    fault: 'the order API sends one byte a second',
    excused,
    prepare: (scene) =>
      orderApi(scene, (_, response) => {
        const timer = setInterval(() => response.write(' '), 1000);
        response.on('close', () => clearInterval(timer));
      }),
    inject: (scene) => askForOrders(scene, 6),
  },
];
