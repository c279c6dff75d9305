import type { SettingsActor } from '#administration';
import type { Agent } from '../authentication/authenticate.js';

/** Who is written down as the one who changed a setting. */
export function settingsActor({ userId, workspaceId }: Agent): SettingsActor {
  return { type: 'user', userId, workspaceId };
}
