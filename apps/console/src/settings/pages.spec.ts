import type { UserRole } from '#contracts';
import { describe, expect, it } from 'vitest';
import { settingsFor } from './pages.js';

const ofBot = ['intents', 'actions', 'topics', 'training-data'];
const seen = ['workspace', 'people', 'contact-attributes', 'hours', 'inboxes', ...ofBot];

describe('settings', () => {
  it.each<[UserRole, string[]]>([
    ['owner', [...seen, 'canned-replies', 'api-keys', 'webhooks', 'audit', 'account']],
    ['admin', [...seen, 'canned-replies', 'api-keys', 'webhooks', 'audit', 'account']],
    ['supervisor', [...seen, 'canned-replies', 'account']],
    ['agent', ['canned-replies', 'account']],
  ])('of %s: %j', (role, pages) => {
    expect(settingsFor(role).flatMap((group) => group.pages.map(({ path }) => path))).toEqual(pages);
  });
});
