import type { IdentityKeyView } from '#contracts';

/** How a shop signs who its customer is. */
export function identitySamples(publicUrl: string, inboxKey: string, { kid, algorithm }: IdentityKeyView) {
  const secret = algorithm === 'HS256';
  const node = `import { ${secret ? '' : 'importPKCS8, '}SignJWT } from 'jose';

const key = ${secret ? 'new TextEncoder().encode(process.env.BATON_SECRET)' : "await importPKCS8(process.env.BATON_PRIVATE_KEY, 'RS256')"};
const token = await new SignJWT({ email: customer.email, name: customer.name })
  .setProtectedHeader({ alg: '${algorithm}', kid: '${kid}' })
  .setSubject(customer.id)
  .setAudience('${inboxKey}')
  .setExpirationTime('1h')
  .sign(key);`;
  const php = `use Firebase\\JWT\\JWT;

$token = JWT::encode([
  'sub' => $customer->id, 'email' => $customer->email, 'name' => $customer->name,
  'aud' => '${inboxKey}', 'exp' => time() + 3600,
], getenv('${secret ? 'BATON_SECRET' : 'BATON_PRIVATE_KEY'}'), '${algorithm}', '${kid}');`;
  const page = `<script src="${publicUrl}/widget.js" data-inbox="${inboxKey}" data-identity="TOKEN" async></script>

<!-- or, in a page that signs in without a reload: -->
<script>
  window.baton?.identify(token);
</script>`;
  return { node, php, page };
}
