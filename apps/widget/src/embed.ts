/** What the script tag says: `<script src="https://gateway/widget.js" data-inbox="KEY" data-locale="de" async></script>`. */
export interface Embed {
  origin: string;
  inboxKey: string;
  locale: string | undefined;
}

/** The gateway is wherever the script came from. Null when the tag names no inbox. */
export function readEmbed(script: { src: string; dataset: DOMStringMap }): Embed | null {
  const { inbox, locale } = script.dataset;
  return inbox ? { origin: new URL(script.src).origin, inboxKey: inbox, locale } : null;
}
