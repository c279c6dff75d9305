import { z } from 'zod';
import { webhookDelivery, webhookView } from '../settings/webhooks.js';
import { pageOf } from './pages.js';

export const apiWebhookList = z.object({ items: z.array(webhookView) }).meta({ id: 'WebhookList' });
export const apiWebhookDeliveryPage = pageOf(webhookDelivery).meta({ id: 'WebhookDeliveryPage' });
