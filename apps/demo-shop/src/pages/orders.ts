import { day, money } from '../format.js';
import { html, type Html } from '../html.js';
import { customer, type Order, type OrderStatus } from '../orders.js';
import type { Page } from './layout.js';

const labels: Record<OrderStatus, string> = {
  placed: 'Confirmed',
  packed: 'Packed',
  in_transit: 'On its way',
  out_for_delivery: 'Out for delivery',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};
const steps: OrderStatus[] = ['placed', 'packed', 'in_transit', 'out_for_delivery', 'delivered'];

const badge = (status: OrderStatus) => html`<span class="status ${status}">${labels[status]}</span>`;

function row(order: Order): Html {
  const names = order.items.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', ');
  return html`<li>
    <a class="order" href="/orders/${order.number}">
      <span class="thumbs">
        ${order.items.map(({ slug }) => html`<img src="/art/${slug}.svg" alt="" width="56" height="56" />`)}
      </span>
      <span><strong>Order ${order.number}</strong><br />${names}</span>
      <span class="when">${day(order.placedAt)}<br />${money(order.totalPence)}</span>
      ${badge(order.status)}
    </a>
  </li>`;
}

/** `unknown`: the number somebody looked for in vain. */
export function ordersPage(orders: Order[], unknown: string | null): Page {
  return {
    title: 'Orders',
    current: '/orders',
    body: html`<h1>Your orders</h1>
      <p>
        Signed in as ${customer.name} (${customer.email}). Everybody who tries this shop is. The chat asks for this
        address before it tells anything about an order.
      </p>
      <form class="find" action="/orders">
        <label for="number">Find an order</label>
        <input id="number" name="number" inputmode="numeric" maxlength="20" placeholder="1042" required />
        <button>Find</button>
      </form>
      ${
        unknown === null
          ? null
          : html`<p class="problem" role="alert">
              There is no order “${unknown}”. The number has four digits and stands in your confirmation e-mail.
            </p>`
      }
      <ul class="orders">
        ${orders.map(row)}
      </ul>`,
  };
}

function progress(status: OrderStatus): Html | null {
  const reached = steps.indexOf(status);
  if (reached < 0) return null;
  return html`<ol class="progress">
    ${steps.map((step, i) => {
      if (i === reached) return html`<li class="done" aria-current="step">${labels[step]}</li>`;
      return i < reached ? html`<li class="done">${labels[step]}</li>` : html`<li>${labels[step]}</li>`;
    })}
  </ol>`;
}

export function orderPage(order: Order): Page {
  const { number, email, status, statusText, placedAt, items, deliveryPence, totalPence, carrier, trackingNumber } =
    order;
  return {
    title: `Order ${number}`,
    current: '/orders',
    body: html`<p><a href="/orders">All orders</a></p>
      <h1>Order ${number} ${badge(status)}</h1>
      <p class="lead">It is ${statusText}.</p>
      ${progress(status)}
      <dl>
        <dt>Placed</dt>
        <dd>${day(placedAt)}, by ${email}</dd>
        ${
          carrier &&
          html`<dt>Carrier</dt>
            <dd>${carrier}, ${trackingNumber}</dd>`
        }
      </dl>
      <table>
        <caption>
          What you ordered
        </caption>
        <tbody>
          ${items.map(
            ({ slug, name, quantity, pricePence }) =>
              html`<tr>
                <td><img src="/art/${slug}.svg" alt="" width="56" height="56" /></td>
                <td><a href="/products/${slug}">${name}</a></td>
                <td>${quantity} × ${money(pricePence)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <td></td>
            <td>Delivery</td>
            <td>${deliveryPence === 0 ? 'Free' : money(deliveryPence)}</td>
          </tr>
          <tr>
            <td></td>
            <td>Total</td>
            <td>${money(totalPence)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="actions">
        <a href="/help#return_item">Return</a> <a href="/help#exchange_item">Exchange</a>
        <a href="/help#damaged_item">Something is wrong</a> <a href="/help#invoice_request">Invoice</a>
      </p>`,
  };
}
