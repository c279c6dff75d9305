import { z } from 'zod';

export const orderStatus = z.enum(['placed', 'packed', 'in_transit', 'out_for_delivery', 'delivered', 'cancelled']);
export type OrderStatus = z.infer<typeof orderStatus>;

/**
 * What a shop's order API answers to GET {orderApiUrl}/{number}; 404 for a number it does not know.
 * The order_status action fills the slots of its answer from it: orderId = number, orderStatus = statusText.
 */
export const shopOrder = z.object({
  number: z.string().min(1).max(40),
  status: orderStatus,
  /** Continues "Order 1042 is …", for customers' eyes, with carrier and day where there are any. */
  statusText: z.string().min(1).max(300),
  placedAt: z.iso.datetime(),
  items: z.array(z.object({ name: z.string(), quantity: z.number().int().positive(), pricePence: z.number().int() })),
  deliveryPence: z.number().int(),
  totalPence: z.number().int(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  /** A day, as YYYY-MM-DD; null when it has been delivered or never will be. */
  estimatedDelivery: z.iso.date().nullable(),
});
export type ShopOrder = z.infer<typeof shopOrder>;
