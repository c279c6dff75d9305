import { scriptTag } from '#contracts';
import { t } from '../language/t.js';

export interface Snippet {
  platform: string;
  title: string;
  /** Where it is to be pasted. */
  where: string;
  code: (publicUrl: string, inboxKey: string) => string;
}

/** What a shop pastes, once, to have the chat on every page. */
export const snippets: readonly Snippet[] = [
  {
    platform: 'html',
    title: t('Plain HTML'),
    where: t('Paste it into every page, or the template of all pages, just before </body>.'),
    code: scriptTag,
  },
  {
    platform: 'shopify',
    title: 'Shopify',
    where: t(
      'Online Store → Themes → … → Edit code. Open layout/theme.liquid, paste it just before </body>, and save.',
    ),
    code: scriptTag,
  },
  {
    platform: 'woocommerce',
    title: 'WooCommerce',
    where: t('Appearance → Theme File Editor → functions.php of your child theme, or a plugin for code snippets.'),
    code: (publicUrl, inboxKey) =>
      `add_action('wp_footer', function () { ?>\n  ${scriptTag(publicUrl, inboxKey)}\n<?php });`,
  },
  {
    platform: 'magento',
    title: 'Magento',
    where: t(
      'Content → Design → Configuration → your store view → Edit → HTML Head → Scripts and Style Sheets. Save and flush the cache. With Magento’s content security policy in force, allow this address for script-src and connect-src.',
    ),
    code: scriptTag,
  },
];
