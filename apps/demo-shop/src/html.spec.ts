import { expect, test } from 'vitest';
import { html } from './html.js';

test('escapes text and attribute values, and nothing twice', () => {
  const evil = `"><script>alert('1 & 2')</script>`;
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;1 &amp; 2&#39;)&lt;/script&gt;';
  const inner = html`<b title="${evil}">${evil}</b>`;
  expect(inner.source).toBe(`<b title="${escaped}">${escaped}</b>`);
  expect(html`<p>${[inner, inner]}${null}${0}</p>`.source).toBe(`<p>${inner.source}${inner.source}0</p>`);
});
