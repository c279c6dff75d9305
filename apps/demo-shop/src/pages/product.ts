import type { Product } from '../catalogue.js';
import { money } from '../format.js';
import { html, type Html } from '../html.js';
import type { Page } from './layout.js';

const stockTexts = {
  in: 'In stock, with you in 2 to 4 working days',
  low: 'Only a few left',
  out: 'Sold out at the moment: usually back within 3 to 4 weeks',
};

/** A choice of one: radio buttons in a form that goes nowhere, since nothing is for sale. */
function choice(legend: string, name: string, options: string[]): Html {
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(
      (option, i) =>
        html`<label class="option">
          <input type="radio" name="${name}" ${i === 0 ? html`checked` : null} /><span>${option}</span>
        </label>`,
    )}
  </fieldset>`;
}

export function productPage(product: Product): Page {
  const { slug, name, category, alt, pricePence, summary, description, colours, sizes, fit, care, stock } = product;
  return {
    title: name,
    current: `/?category=${category}`,
    body: html`<article class="product">
      <img src="/art/${slug}.svg" alt="${alt}" width="400" height="400" />
      <div>
        <h1>${name}</h1>
        <p class="summary">${summary}</p>
        <p class="price">${money(pricePence)}</p>
        <p>${description}</p>
        <form>${choice('Colour', 'colour', colours)} ${choice('Size', 'size', sizes)}</form>
        <p class="stock ${stock}">${stockTexts[stock]}</p>
        <details open>
          <summary>Size and fit</summary>
          <p>${fit}</p>
        </details>
        <details>
          <summary>Care and materials</summary>
          <p>${care}</p>
        </details>
        <details>
          <summary>Delivery and returns</summary>
          <p>
            £3.95, free over £50; 30 days to return, free of charge.
            <a href="/help#delivery_cost">More about delivery</a>
          </p>
        </details>
      </div>
    </article>`,
  };
}
