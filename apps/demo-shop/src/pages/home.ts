import { catalogue, type Category, type Product } from '../catalogue.js';
import { money } from '../format.js';
import { html, type Html } from '../html.js';
import { customer } from '../orders.js';
import type { Page } from './layout.js';

const titles: Record<Category, string> = { home: 'Home', clothing: 'Clothing' };

const promises = [
  ['Free delivery over £50', 'Otherwise £3.95, in 2 to 4 working days'],
  ['30 days to return', 'Free label, or bring it to our shops'],
  ['Guaranteed for 2 years', 'Cast iron for ten'],
];

const questions = ['Where is my order 1042?', 'Can the wool throw go in the dryer?', 'Are you open on Sunday?'];

const hero = html`<section class="hero">
  <div>
    <h1>Made to be lived in</h1>
    <p>
      Wool that softens, oak that mends, linen that never minds. Things for the house and the weather, and people who
      answer when you ask about them.
    </p>
    <p><a class="button" href="#products">See everything</a></p>
  </div>
  <img src="/art/wool-throw.svg" alt="" width="400" height="400" />
  <img src="/art/table-lamp.svg" alt="" width="400" height="400" />
</section>`;

function card({ slug, name, alt, summary, pricePence, stock }: Product): Html {
  return html`<li>
    <a class="card" href="/products/${slug}">
      <img src="/art/${slug}.svg" alt="${alt}" width="400" height="400" loading="lazy" />
      <span class="name">${name}</span>
      <span class="price">${money(pricePence)}</span>
      <span class="summary">${summary}</span>
      ${stock === 'out' ? html`<span class="badge">Back soon</span>` : null}
    </a>
  </li>`;
}

export function homePage(category: Category | null): Page {
  const shown = category ? catalogue.filter((product) => product.category === category) : catalogue;
  return {
    title: category ? titles[category] : 'Home goods and clothing',
    ...(category ? { current: `/?category=${category}` } : {}),
    body: html`${category ? html`<h1>${titles[category]}</h1>` : hero}
      <section aria-label="Products">
        <ul class="grid" id="products">
          ${shown.map(card)}
        </ul>
      </section>
      <ul class="promises">
        ${promises.map(([title, text]) => html`<li><strong>${title!}</strong><span>${text!}</span></li>`)}
      </ul>
      <section class="ask">
        <h2>Ask us anything</h2>
        <p>The chat answers at once, and hands over to a person when it should. You could try:</p>
        <ul>
          ${questions.map((question) => html`<li>“${question}”</li>`)}
        </ul>
        <p>The address that your orders were placed with is ${customer.email}.</p>
      </section>`,
  };
}
