import { z } from 'zod';
import { safeText } from './text.js';

export const orderStatus = z.enum(['placed', 'packed', 'in_transit', 'out_for_delivery', 'delivered', 'cancelled']);
export type OrderStatus = z.infer<typeof orderStatus>;

/**
 * What a shop's order API answers to GET {orderApiUrl}/{number}; 404 for a number it does not know.
 * The order_status action fills the slots of its answer from it: orderId = number, orderStatus = statusText.
 */
export const shopOrder = z.object({
  number: safeText(40),
  status: orderStatus,
  /** Continues "Order 1042 is …", for customers' eyes, with carrier and day where there are any. */
  statusText: safeText(300),
  placedAt: z.iso.datetime(),
  items: z.array(
    z.object({ name: safeText(300), quantity: z.number().int().positive(), pricePence: z.number().int() }),
  ),
  deliveryPence: z.number().int(),
  totalPence: z.number().int(),
  carrier: safeText(100).nullable(),
  trackingNumber: safeText(100).nullable(),
  /** A day, as YYYY-MM-DD; null when it has been delivered or never will be. */
  estimatedDelivery: z.iso.date().nullable(),
});
export type ShopOrder = z.infer<typeof shopOrder>;
