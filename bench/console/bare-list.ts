import type { Browser, Page } from 'playwright-core';
import { rowHeight } from './scroll.js';

/** The least that a list of as many rows can be: rows of text alone, drawn where the screen is, by hand. */
export async function openBareList(browser: Browser, rows: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent(`<style>
      body { margin: 0; font: 14px sans-serif }
      div { height: 100vh; width: 380px; overflow-y: auto }
      ul { position: relative; margin: 0; padding: 0; height: ${rows * rowHeight}px }
      li { position: absolute; inset-inline: 0; height: ${rowHeight}px; overflow: hidden; border-bottom: 1px solid #ddd }
    </style><section aria-labelledby="list-title"><div><ul></ul></div></section>`);
  await page.evaluate(`{
    const list = document.querySelector('ul');
    const scroller = list.parentElement;
    const row = (n) => {
      const li = document.createElement('li');
      li.style.transform = 'translateY(' + n * ${rowHeight} + 'px)';
      for (const text of ['Customer ' + n, 'Where is my order ' + n + '?', 'Resolved']) {
        li.append(Object.assign(document.createElement('p'), { textContent: text, style: 'margin: 4px' }));
      }
      return li;
    };
    const draw = () => {
      const first = Math.max(0, Math.floor(scroller.scrollTop / ${rowHeight}) - 8);
      const last = Math.min(${rows}, Math.ceil((scroller.scrollTop + scroller.clientHeight) / ${rowHeight}) + 8);
      list.replaceChildren(...Array.from({ length: last - first }, (_, nth) => row(first + nth)));
    };
    scroller.addEventListener('scroll', draw);
    draw();
  }`);
  return page;
}
