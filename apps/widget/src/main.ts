import { BatonChat } from './baton-chat.js';
import { readEmbed } from './embed.js';

declare global {
  interface Window {
    /** For the shop's own scripts. */
    baton?: { identify: (token?: string) => void };
  }
}

/** `currentScript` is set while a classic script runs, async ones too; loaders that insert it otherwise are found by the attribute. */
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[data-inbox]');
const embed = script && readEmbed(script);

if (!embed) {
  console.error('[Baton] The script tag names no inbox. Add data-inbox="KEY" with the key from the inbox settings.');
} else if (!customElements.get('baton-chat')) {
  // The tag may stand on the page twice; the visitor gets one chat.
  customElements.define('baton-chat', BatonChat);
  const chat = document.createElement('baton-chat') as BatonChat;
  for (const [name, value] of Object.entries(embed)) if (value) chat.dataset[name] = value;
  window.baton = { identify: (token) => chat.identify(token) };
  if (document.body) document.body.append(chat);
  else addEventListener('DOMContentLoaded', () => document.body.append(chat));
}
