import { z } from 'zod';
import { email } from '../settings/account.js';
import { attributeValues } from '../settings/contacts.js';
import { safeText } from '../text.js';
import { pageOf, pageQuery } from './pages.js';

export const apiContact = z
  .object({
    id: z.uuid(),
    externalId: z.string().nullable().describe("The shop's own id of the customer; null: not signed in there."),
    name: z.string().nullable(),
    email: z.string().nullable(),
    attributes: attributeValues.describe("Fields of the shop's own, by their keys."),
    mergedIntoId: z.uuid().nullable().describe('The contact who is the same person; null: stands for itself.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Contact' });
export type ApiContact = z.infer<typeof apiContact>;

export const apiContactQuery = z.object({
  email: z.string().max(320).optional(),
  externalId: z.string().max(200).optional(),
  ...pageQuery,
});
export const apiContactPage = pageOf(apiContact).meta({ id: 'ContactPage' });

export const apiMergeContact = z
  .object({ into: z.uuid().describe('The contact who stands for both from then on.') })
  .meta({ id: 'MergeContact' });

/** What is left out stays, attributes too. */
export const apiUpdateContact = z
  .object({
    name: safeText(100).nullable().optional(),
    email: email.nullable().optional(),
    attributes: attributeValues.optional(),
  })
  .meta({ id: 'UpdateContact' });
