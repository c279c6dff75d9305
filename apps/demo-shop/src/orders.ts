import { productBySlug } from './catalogue.js';
import { day } from './format.js';

export type OrderStatus = 'placed' | 'packed' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'cancelled';

/** What the shop's API answers to GET /api/orders/{number}. */
export interface Order {
  number: string;
  /** Of whoever ordered. */
  email: string;
  status: OrderStatus;
  /** Continues "Order 1042 is …", for customers' eyes, with carrier and day where there are any. */
  statusText: string;
  placedAt: string;
  items: { slug: string; name: string; quantity: number; pricePence: number }[];
  deliveryPence: number;
  totalPence: number;
  carrier: string | null;
  trackingNumber: string | null;
  /** Days, as YYYY-MM-DD; null: it has been delivered, or never will be. */
  estimatedDelivery: string | null;
  deliveredOn: string | null;
}

/** To POST /api/return-labels {orderId}: a label once there is something to return. */
export interface ReturnLabel extends Pick<Order, 'number' | 'email' | 'deliveredOn'> {
  label: string | null;
}

/** Everybody who tries the shop is this customer. */
export const customer = { name: 'Robin Ashdown', email: 'robin.ashdown@example.com' };

interface Fixture {
  number: string;
  /** Days between the order and today. */
  age: number;
  status: OrderStatus;
  /** Quantity by slug. */
  items: Record<string, number>;
  /** Working days from today on which it arrives. */
  arrivesIn?: number;
  /** Days since it was handed over. */
  handedOver?: number;
}

/** Every order there is. Days count from today, so that the story stays fresh however old the installation is. */
const fixtures: Fixture[] = [
  { number: '1045', age: 0, status: 'placed', arrivesIn: 4, items: { 'stoneware-mug': 2 } },
  { number: '1044', age: 1, status: 'packed', arrivesIn: 2, items: { 'linen-duvet-set': 1, 'bath-towels': 2 } },
  { number: '1043', age: 1, status: 'placed', arrivesIn: 3, items: { 'merino-jumper': 1 } },
  { number: '1042', age: 3, status: 'out_for_delivery', arrivesIn: 0, items: { 'table-lamp': 1, 'fig-candle': 2 } },
  { number: '1041', age: 4, status: 'in_transit', arrivesIn: 1, items: { 'waxed-jacket': 1 } },
  { number: '1040', age: 5, status: 'in_transit', arrivesIn: 1, items: { 'stoneware-mug': 6, 'enamel-pie-dish': 1 } },
  { number: '1039', age: 6, status: 'cancelled', items: { 'stoneware-mug': 12 } },
  { number: '1038', age: 8, status: 'delivered', handedOver: 2, items: { 'bath-towels': 4 } },
  { number: '1037', age: 9, status: 'in_transit', arrivesIn: 3, items: { 'oak-side-table': 1 } },
  { number: '1036', age: 12, status: 'delivered', handedOver: 8, items: { 'enamel-pie-dish': 1, 'stoneware-mug': 1 } },
  { number: '1035', age: 16, status: 'delivered', handedOver: 12, items: { 'wellington-boots': 1 } },
  { number: '1034', age: 21, status: 'delivered', handedOver: 18, items: { 'cotton-pyjamas': 2, 'wool-throw': 1 } },
  { number: '1033', age: 34, status: 'delivered', handedOver: 30, items: { 'jute-rug': 1 } },
  { number: '1032', age: 47, status: 'delivered', handedOver: 44, items: { 'linen-shirt': 1, 'bath-towels': 2 } },
];

const DAY = 24 * 60 * 60 * 1000;
const FREE_DELIVERY_FROM = 5000;
const DELIVERY = 395;

function workingDay(from: Date, count: number): Date {
  let date = from;
  for (let left = count; left > 0;) {
    date = new Date(date.getTime() + DAY);
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) left -= 1;
  }
  return date;
}

const dateOf = (time: Date) => time.toISOString().slice(0, 10);

function statusText(status: OrderStatus, carrier: string, tracking: string, arrival: Date, handedOver: Date): string {
  switch (status) {
    case 'placed':
      return `confirmed and waiting to be packed; it should arrive by ${day(arrival)}`;
    case 'packed':
      return `packed and waiting for ${carrier} to collect it; it should arrive by ${day(arrival)}`;
    case 'in_transit':
      return `on its way with ${carrier} (tracking number ${tracking}) and should arrive by ${day(arrival)}`;
    case 'out_for_delivery':
      return `out for delivery with ${carrier} and should reach you today between 2 pm and 4 pm`;
    case 'delivered':
      return `delivered: ${carrier} handed it over on ${day(handedOver)}`;
    case 'cancelled':
      return 'cancelled, and the payment has gone back to your card';
  }
}

function orderOf(fixture: Fixture, now: Date): Order {
  const { number, status } = fixture;
  const items = Object.entries(fixture.items).map(([slug, quantity]) => {
    const { name, pricePence } = productBySlug.get(slug)!;
    return { slug, name, quantity, pricePence };
  });
  const goods = items.reduce((sum, item) => sum + item.quantity * item.pricePence, 0);
  const deliveryPence = goods >= FREE_DELIVERY_FROM ? 0 : DELIVERY;
  // Furniture comes with two people.
  const carrier = 'oak-side-table' in fixture.items ? 'Two Pairs of Hands' : 'Larkpost';
  const tracking = `LP${number}7730GB`;
  const shipped = status !== 'placed' && status !== 'cancelled';
  const arrival = workingDay(now, fixture.arrivesIn ?? 0);
  const handedOver = new Date(now.getTime() - (fixture.handedOver ?? 0) * DAY);
  return {
    number,
    email: customer.email,
    status,
    statusText: statusText(status, carrier, tracking, arrival, handedOver),
    placedAt: new Date(now.getTime() - fixture.age * DAY).toISOString(),
    items,
    deliveryPence,
    totalPence: goods + deliveryPence,
    carrier: shipped ? carrier : null,
    trackingNumber: shipped ? tracking : null,
    estimatedDelivery: fixture.arrivesIn === undefined ? null : dateOf(arrival),
    deliveredOn: status === 'delivered' ? dateOf(handedOver) : null,
  };
}

export const ordersAt = (now: Date): Order[] => fixtures.map((fixture) => orderOf(fixture, now));

/** "#1042", " 1042 " and "FH-1042" are what people type for 1042. */
export function findOrder(typed: string, now: Date): Order | undefined {
  const number = typed.trim().replace(/^#?(?:[a-z]{1,4}[ -]?)?(?=\d)/i, '');
  const fixture = fixtures.find((candidate) => candidate.number === number);
  return fixture && orderOf(fixture, now);
}

export function returnLabel({ number, email, deliveredOn }: Order): ReturnLabel {
  return { number, email, deliveredOn, label: deliveredOn && `FR-${number}-26` };
}
