/** What somebody typed or pasted for a site, as an origin; null: it is none. A bare domain is meant with https. */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return null;
  const { protocol, origin, hostname, username } = new URL(address);
  const isSite = /^[^*]+\.[^*]+$/.test(hostname) || hostname === 'localhost' || hostname.startsWith('[');
  return /^https?:$/.test(protocol) && isSite && username === '' ? origin : null;
}
