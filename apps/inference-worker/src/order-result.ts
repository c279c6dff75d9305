import { Logger } from '@nestjs/common';
import type { Act, OrderResult, Shop } from '#decision';
import { findOrder } from './order-api.js';

const logger = new Logger('order API');

/** Carries out an `act` outcome. */
export async function orderResult({ orderNumber }: Act, { orderApiUrl }: Shop): Promise<OrderResult> {
  try {
    return (await findOrder(orderApiUrl!, orderNumber)) ?? 'unknown';
  } catch (error) {
    logger.warn(error instanceof Error ? error.message : String(error));
    return 'failed';
  }
}
