import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SettingsActor } from '#administration';
import {
  webhookDelivery,
  webhookDeliveryPage,
  webhookDeliveryQuery,
  webhookList,
  webhookSettings,
  webhookView,
  webhookWithSecret,
  type WebhookDelivery,
  type WebhookSettings,
  type WebhookView,
  type WebhookWithSecret,
} from '#contracts';
import { DeliveryLog, Webhooks } from '#webhooks';
import { AgentGuard, AllowedRoles, CurrentActor, mayAct } from '../agent/agent.guard.js';

const idParam = { schema: z.uuid() };

@ApiTags('Webhooks')
@Controller('api/webhooks')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly log: DeliveryLog,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: webhookList })
  async list(@CurrentActor() { workspaceId }: SettingsActor): Promise<{ webhooks: WebhookView[] }> {
    return { webhooks: await this.webhooks.list(workspaceId) };
  }

  /** The secret is shown this once. */
  @Post()
  @ApiCreatedResponse({ standardSchema: webhookWithSecret })
  create(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: webhookSettings }) settings: WebhookSettings,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.create(actor, settings);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: webhookView })
  change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', idParam) id: string,
    @Body({ schema: webhookSettings }) settings: WebhookSettings,
  ): Promise<WebhookView> {
    return this.webhooks.change(actor, id, settings);
  }

  /** Its log goes with it. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: SettingsActor, @Param('id', idParam) id: string): Promise<void> {
    await this.webhooks.remove(actor, id);
  }

  /** What was on its way is not sent any more. */
  @Post(':id/disable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: webhookView })
  disable(@CurrentActor() actor: SettingsActor, @Param('id', idParam) id: string): Promise<WebhookView> {
    return this.webhooks.disable(actor, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: webhookView })
  enable(@CurrentActor() actor: SettingsActor, @Param('id', idParam) id: string): Promise<WebhookView> {
    return this.webhooks.enable(actor, id);
  }

  /** A new secret. The former one signs beside it for a day. */
  @Post(':id/rotate')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: webhookWithSecret })
  rotate(@CurrentActor() actor: SettingsActor, @Param('id', idParam) id: string): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(actor, id);
  }

  /** Sends a `webhook.test` event. */
  @Post(':id/test')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: webhookDelivery })
  test(@CurrentActor() actor: SettingsActor, @Param('id', idParam) id: string): Promise<WebhookDelivery> {
    return this.log.test(actor, id);
  }

  @Get(':id/deliveries')
  @ApiOkResponse({ standardSchema: webhookDeliveryPage })
  deliveries(
    @CurrentActor() { workspaceId }: SettingsActor,
    @Param('id', idParam) id: string,
    @Query({ schema: webhookDeliveryQuery }) { cursor }: z.output<typeof webhookDeliveryQuery>,
  ): Promise<z.output<typeof webhookDeliveryPage>> {
    return this.log.page(workspaceId, id, cursor);
  }

  /** The same bytes again, under the same id. */
  @Post(':id/deliveries/:deliveryId/replay')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: webhookDelivery })
  replay(
    @CurrentActor() actor: SettingsActor,
    @Param('id', idParam) id: string,
    @Param('deliveryId', idParam) deliveryId: string,
  ): Promise<WebhookDelivery> {
    return this.log.replay(actor, id, deliveryId);
  }
}
