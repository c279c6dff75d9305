/** What the script tag says: `<script src="https://gateway/widget.js" data-inbox="KEY" data-locale="de" data-identity="JWT" async></script>`. */
export type Embed = Record<'origin' | 'inbox', string> & Record<'locale' | 'identity', string | undefined>;

/** The gateway is wherever the script came from. Null when the tag names no inbox. */
export function readEmbed(script: { src: string; dataset: DOMStringMap }): Embed | null {
  const { inbox, locale, identity } = script.dataset;
  return inbox ? { origin: new URL(script.src).origin, inbox, locale, identity } : null;
}
