import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IntegrationActor } from '#administration';
import {
  apiWebhookDeliveryPage,
  apiWebhookList,
  webhookDelivery,
  webhookDeliveryQuery,
  webhookSettings,
  webhookView,
  webhookWithSecret,
  type WebhookDelivery,
  type WebhookSettings,
  type WebhookView,
  type WebhookWithSecret,
} from '#contracts';
import { DeliveryLog, Webhooks } from '#webhooks';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IntegrationAsActor, IntegrationGuard } from './integration.guard.js';
import { IdempotentOperation, Operation } from './operation.js';

const idParam = { schema: z.uuid() };

const scope = 'webhooks:manage';

@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('api/v1/webhooks')
@UseGuards(IntegrationGuard)
@UseInterceptors(IdempotencyInterceptor)
export class PublicWebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly log: DeliveryLog,
  ) {}

  @Get()
  @Operation('listWebhooks', 'List webhooks, newest first', scope)
  @ApiOkResponse({ standardSchema: apiWebhookList })
  async list(@IntegrationAsActor() { workspaceId }: IntegrationActor): Promise<z.output<typeof apiWebhookList>> {
    return { items: await this.webhooks.list(workspaceId) };
  }

  /** The secret is shown this once. */
  @Post()
  @IdempotentOperation('createWebhook', 'Add a webhook', scope, 'WEBHOOK_URL_INVALID')
  @ApiCreatedResponse({ standardSchema: webhookWithSecret })
  create(
    @IntegrationAsActor() actor: IntegrationActor,
    @Body({ schema: webhookSettings }) settings: WebhookSettings,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.create(actor, settings);
  }

  @Put(':id')
  @Operation('updateWebhook', 'Change the address and events of a webhook', scope, 'NOT_FOUND', 'WEBHOOK_URL_INVALID')
  @ApiOkResponse({ standardSchema: webhookView })
  change(
    @IntegrationAsActor() actor: IntegrationActor,
    @Param('id', idParam) id: string,
    @Body({ schema: webhookSettings }) settings: WebhookSettings,
  ): Promise<WebhookView> {
    return this.webhooks.change(actor, id, settings);
  }

  /** Its log goes with it. */
  @Delete(':id')
  @HttpCode(204)
  @Operation('deleteWebhook', 'Delete a webhook', scope, 'NOT_FOUND')
  @ApiNoContentResponse()
  async remove(@IntegrationAsActor() actor: IntegrationActor, @Param('id', idParam) id: string): Promise<void> {
    await this.webhooks.remove(actor, id);
  }

  /** What was on its way is not sent any more. */
  @Post(':id/disable')
  @HttpCode(200)
  @IdempotentOperation('disableWebhook', 'Disable a webhook', scope, 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: webhookView })
  disable(@IntegrationAsActor() actor: IntegrationActor, @Param('id', idParam) id: string): Promise<WebhookView> {
    return this.webhooks.disable(actor, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @IdempotentOperation('enableWebhook', 'Enable a webhook again', scope, 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: webhookView })
  enable(@IntegrationAsActor() actor: IntegrationActor, @Param('id', idParam) id: string): Promise<WebhookView> {
    return this.webhooks.enable(actor, id);
  }

  /** A new secret. The former one signs beside it for a day. */
  @Post(':id/rotate')
  @HttpCode(200)
  @IdempotentOperation('rotateWebhookSecret', 'Make a new secret', scope, 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: webhookWithSecret })
  rotate(@IntegrationAsActor() actor: IntegrationActor, @Param('id', idParam) id: string): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(actor, id);
  }

  /** Sends a `webhook.test` event. */
  @Post(':id/test')
  @HttpCode(200)
  @IdempotentOperation('testWebhook', 'Send a test event', scope, 'NOT_FOUND', 'WEBHOOK_DISABLED')
  @ApiOkResponse({ standardSchema: webhookDelivery })
  test(@IntegrationAsActor() actor: IntegrationActor, @Param('id', idParam) id: string): Promise<WebhookDelivery> {
    return this.log.test(actor, id);
  }

  @Get(':id/deliveries')
  @Operation('listWebhookDeliveries', 'List what was sent and answered, newest first', scope, 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: apiWebhookDeliveryPage })
  deliveries(
    @IntegrationAsActor() { workspaceId }: IntegrationActor,
    @Param('id', idParam) id: string,
    @Query({ schema: webhookDeliveryQuery }) { cursor }: z.output<typeof webhookDeliveryQuery>,
  ): Promise<z.output<typeof apiWebhookDeliveryPage>> {
    return this.log.page(workspaceId, id, cursor);
  }

  /** The same bytes again, under the same id. */
  @Post(':id/deliveries/:deliveryId/replay')
  @HttpCode(200)
  @IdempotentOperation('replayWebhookDelivery', 'Send a delivery again', scope, 'NOT_FOUND', 'WEBHOOK_DISABLED')
  @ApiOkResponse({ standardSchema: webhookDelivery })
  replay(
    @IntegrationAsActor() actor: IntegrationActor,
    @Param('id', idParam) id: string,
    @Param('deliveryId', idParam) deliveryId: string,
  ): Promise<WebhookDelivery> {
    return this.log.replay(actor, id, deliveryId);
  }
}
