import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newSecret } from './secrets.js';
import { signatureHeaders } from './signature.js';

const [id, body] = [
  '5f1f1d5e-8b1a-4f0e-9c39-0d3a7e4b2a11',
  JSON.stringify({ type: 'message.created', text: 'Grüße 👋' }),
];

describe('a signed delivery', () => {
  const [now, before, other] = [newSecret(), newSecret(), newSecret()];
  const headers = signatureHeaders(id, new Date(), body, [now, before]);

  it.each([
    ['the secret', now, body, true],
    ['the secret before a rotation', before, body, true],
    ['another secret', other, body, false],
    ['the secret, of another body', now, `${body} `, false],
  ])('is verified by a library for Standard Webhooks with %s', (_, secret, received, good) => {
    const verify = () => new Webhook(secret).verify(received, headers);
    if (good) expect(verify()).toEqual(JSON.parse(body));
    else expect(verify).toThrow();
  });

  it('of ten minutes ago is refused', () => {
    const old = signatureHeaders(id, new Date(Date.now() - 600_000), body, [now]);
    expect(() => new Webhook(now).verify(body, old)).toThrow(/old/);
  });
});
