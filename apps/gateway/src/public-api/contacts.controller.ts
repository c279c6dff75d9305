import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IntegrationActor } from '#administration';
import { ContactMerging, Contacts } from '#contacts';
import {
  apiContact,
  apiContactPage,
  apiContactQuery,
  apiMergeContact,
  apiUpdateContact,
  type ApiContact,
} from '#contracts';
import { ChangeNews } from '#conversation';
import type { Integration } from '../authentication/authenticate.js';
import { PublicContacts } from './contacts.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { CurrentIntegration, IntegrationAsActor, IntegrationGuard } from './integration.guard.js';
import { IdempotentOperation, Operation } from './operation.js';

@ApiTags('Contacts')
@ApiBearerAuth()
@Controller('api/v1/contacts')
@UseGuards(IntegrationGuard)
@UseInterceptors(IdempotencyInterceptor)
export class PublicContactsController {
  constructor(
    private readonly contacts: PublicContacts,
    private readonly settings: Contacts,
    private readonly merging: ContactMerging,
    private readonly news: ChangeNews,
  ) {}

  @Get()
  @Operation('listContacts', 'List contacts, newest first', 'contacts:read')
  @ApiOkResponse({ standardSchema: apiContactPage })
  list(
    @CurrentIntegration() { workspaceId }: Integration,
    @Query({ schema: apiContactQuery }) query: z.output<typeof apiContactQuery>,
  ): Promise<z.output<typeof apiContactPage>> {
    return this.contacts.page(workspaceId, query);
  }

  @Get(':id')
  @Operation('getContact', 'Read a contact', 'contacts:read', 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: apiContact })
  find(
    @CurrentIntegration() { workspaceId }: Integration,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ApiContact> {
    return this.contacts.find(workspaceId, id);
  }

  /** Of a contact who was merged, the person that they are is changed. */
  @Patch(':id')
  @Operation('updateContact', 'Change what is known of a contact', 'contacts:write', 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: apiContact })
  async update(
    @IntegrationAsActor() actor: IntegrationActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: apiUpdateContact }) change: z.output<typeof apiUpdateContact>,
  ): Promise<ApiContact> {
    const { workspaceId } = actor;
    const { attributes } = await this.settings.detail(workspaceId, id);
    const whole = { ...change, attributes: { ...attributes, ...change.attributes } };
    this.tell(actor, await this.settings.change(actor, id, whole));
    return this.contacts.find(workspaceId, id);
  }

  /** Both keep their conversations. Supervisors can take it back in the console. */
  @Post(':id/merge')
  @HttpCode(200)
  @IdempotentOperation(
    ...(['mergeContact', 'Say that a contact is the same person as another', 'contacts:write'] as const),
    ...(['NOT_FOUND', 'CONTACT_INTO_ITSELF', 'CONTACTS_BOTH_SIGNED_IN'] as const),
  )
  @ApiOkResponse({ standardSchema: apiContact })
  async merge(
    @IntegrationAsActor() actor: IntegrationActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: apiMergeContact }) { into }: z.output<typeof apiMergeContact>,
  ): Promise<ApiContact> {
    this.tell(actor, await this.merging.merge(actor, id, into));
    return this.contacts.find(actor.workspaceId, id);
  }

  private tell({ workspaceId }: IntegrationActor, conversationIds: string[]): void {
    for (const id of conversationIds) this.news.conversationChanged(workspaceId, id);
  }
}
