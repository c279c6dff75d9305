import { Inject, Injectable } from '@nestjs/common';
import { defaultNotifications, notificationSettings, type NotificationSettings } from '#contracts';
import { DATABASE, type Database } from '#database';
import type { SettingsActor } from '../audit.js';

/** How each person wants to be called. It is theirs alone: no log tells of it. */
@Injectable()
export class Notifications {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async view({ userId, workspaceId }: SettingsActor): Promise<NotificationSettings> {
    const [kept, { timeZone }] = await Promise.all([
      this.db.notificationSettings.findFirst({ where: { userId, workspaceId } }),
      this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { timeZone: true } }),
    ]);
    const quietHours = { ...defaultNotifications.quietHours, timeZone };
    return notificationSettings.parse(kept?.settings ?? { ...defaultNotifications, quietHours });
  }

  async save({ userId, workspaceId }: SettingsActor, settings: NotificationSettings): Promise<NotificationSettings> {
    const create = { userId, workspaceId, settings };
    await this.db.notificationSettings.upsert({ where: { userId }, create, update: { settings } });
    return settings;
  }
}
