import { Module } from '@nestjs/common';
import { DeliveryLog } from './delivery-log.js';
import { DueDeliveries } from './due-deliveries.js';
import { Webhooks } from './webhooks.js';

const providers = [DeliveryLog, DueDeliveries, Webhooks];

/** Needs DatabaseModule beside it. */
@Module({ providers, exports: providers })
export class WebhooksModule {}
