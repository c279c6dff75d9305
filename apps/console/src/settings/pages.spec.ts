import type { UserRole } from '#contracts';
import { describe, expect, it } from 'vitest';
import { settingsFor } from './pages.js';

const ofBot = ['intents', 'actions', 'topics', 'training-data'];
const own = ['account', 'notifications'];
const seen = ['workspace', 'people', 'teams', 'promises', 'contact-attributes', 'hours', 'inboxes', 'labels', ...ofBot];

describe('settings', () => {
  it.each<[UserRole, string[]]>([
    ['owner', [...seen, 'canned-replies', 'api-keys', 'webhooks', 'audit', ...own]],
    ['admin', [...seen, 'canned-replies', 'api-keys', 'webhooks', 'audit', ...own]],
    ['supervisor', [...seen, 'canned-replies', ...own]],
    ['agent', ['canned-replies', ...own]],
  ])('of %s: %j', (role, pages) => {
    expect(settingsFor(role).flatMap((group) => group.pages.map(({ path }) => path))).toEqual(pages);
  });
});
