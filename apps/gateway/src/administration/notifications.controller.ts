import { Body, Controller, Get, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Notifications, type SettingsActor } from '#administration';
import { notificationSettings, type NotificationSettings } from '#contracts';
import { AgentGuard, CurrentActor } from '../agent/agent.guard.js';

/** What calls for one's own attention, and how. */
@ApiTags('account')
@Controller('api/account/notifications')
@UseGuards(AgentGuard)
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  @Get()
  @ApiOkResponse({ standardSchema: notificationSettings })
  view(@CurrentActor() actor: SettingsActor): Promise<NotificationSettings> {
    return this.notifications.view(actor);
  }

  @Put()
  @ApiOkResponse({ standardSchema: notificationSettings })
  save(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: notificationSettings }) settings: NotificationSettings,
  ): Promise<NotificationSettings> {
    return this.notifications.save(actor, settings);
  }
}
