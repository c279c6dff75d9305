import type { UserRole } from '#contracts';
import { describe, expect, it } from 'vitest';
import { settingsFor } from './pages.js';

const ofBot = ['intents', 'actions', 'topics', 'training-data'];
const seen = ['workspace', 'people', 'hours', 'inboxes', ...ofBot];

describe('settings', () => {
  it.each<[UserRole, string[]]>([
    ['owner', [...seen, 'api-keys', 'webhooks', 'audit', 'account']],
    ['admin', [...seen, 'api-keys', 'webhooks', 'audit', 'account']],
    ['supervisor', [...seen, 'account']],
    ['agent', ['account']],
  ])('of %s: %j', (role, pages) => {
    expect(settingsFor(role).flatMap((group) => group.pages.map(({ path }) => path))).toEqual(pages);
  });
});
