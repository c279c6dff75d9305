import { keyedHash } from '#actions';
import { Body, Controller, Headers, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { hashToken, newToken, VisitorInboxes } from '#administration';
import { createVisitorSession, visitorSession, type VisitorSession } from '#contracts';
import { DATABASE, type Database, type Transaction } from '#database';
import { ClientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';
import { VisitorEntrance } from './visitor-entrance.js';
import { CustomerTokens, type SignedInCustomer } from '../authentication/customer-tokens.js';
import { SECRET_KEY } from '../secret-key.js';

/** A visitor who comes back within this time finds the conversation again, ms. */
const sessionMs = 30 * 86_400_000;
/** A signed-in customer finds it again by the next token; who sits at the computer later does not, ms. */
const customerSessionMs = 86_400_000;

@ApiTags('visitors')
@Controller('api/visitor/sessions')
export class VisitorSessionsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly entrance: VisitorEntrance,
    private readonly inboxes: VisitorInboxes,
    private readonly limits: RateLimits,
    private readonly customers: CustomerTokens,
    @Inject(SECRET_KEY) private readonly secretKey: Buffer,
  ) {}

  /** A new anonymous visitor, or a customer whom the shop vouches for by a token. The token is for the `/visitor` namespace; the conversation begins with the first message. */
  @Post()
  @ApiCreatedResponse({ standardSchema: visitorSession })
  async create(
    @Body({ schema: createVisitorSession })
    { inboxKey, locale, pageUrl, identityToken }: z.output<typeof createVisitorSession>,
    @Headers('origin') origin: string | undefined,
    @Headers('user-agent') userAgent: string | undefined,
    @ClientAddress() address: string,
  ): Promise<VisitorSession> {
    await this.limits.spend('newContact', { address });
    const inbox = await this.entrance.enter(inboxKey, origin, pageUrl ?? null);
    const { workspaceId } = inbox;
    await this.limits.spend('newContact', { workspace: workspaceId });
    const seen = await this.inboxes.view(inbox);

    const customer =
      identityToken === undefined ? null : await this.customers.read(identityToken, workspaceId, inboxKey);
    const token = newToken();
    const expiresAt = new Date(Date.now() + (customer ? customerSessionMs : sessionMs));
    await this.db.$transaction(async (tx) => {
      const contactId = await contactOf(tx, workspaceId, customer);
      await tx.contactSession.create({
        data: {
          ...{ id: uuidv7(), workspaceId, contactId, inboxId: inbox.id },
          ...{ tokenHash: hashToken(token), expiresAt, locale, pageUrl, userAgent: userAgent?.slice(0, 500) },
          addressHash: keyedHash(this.secretKey, address),
        },
      });
    });
    return { token, expiresAt: expiresAt.toISOString(), inbox: seen };
  }
}

/** A customer has one contact, and so one conversation an inbox, on every device; nobody gets it without a token that the shop signed. */
async function contactOf(tx: Transaction, workspaceId: string, customer: SignedInCustomer | null): Promise<string> {
  const created = { id: uuidv7(), workspaceId };
  if (!customer) return (await tx.contact.create({ data: created })).id;
  const { id: externalId, ...known } = customer;
  const contact = await tx.contact.upsert({
    where: { workspaceId_externalId: { workspaceId, externalId } },
    create: { ...created, externalId, ...known },
    update: known,
  });
  return contact.id;
}
