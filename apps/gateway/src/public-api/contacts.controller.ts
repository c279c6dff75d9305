import { Body, Controller, Get, Param, Patch, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IntegrationActor } from '#administration';
import { Contacts } from '#contacts';
import { apiContact, apiContactPage, apiContactQuery, apiUpdateContact, type ApiContact } from '#contracts';
import { ChangeNews } from '#conversation';
import type { Integration } from '../authentication/authenticate.js';
import { PublicContacts } from './contacts.js';
import { CurrentIntegration, IntegrationAsActor, IntegrationGuard } from './integration.guard.js';
import { Operation } from './operation.js';

@ApiTags('Contacts')
@ApiBearerAuth()
@Controller('api/v1/contacts')
@UseGuards(IntegrationGuard)
export class PublicContactsController {
  constructor(
    private readonly contacts: PublicContacts,
    private readonly settings: Contacts,
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
    for (const conversationId of await this.settings.change(actor, id, whole)) {
      this.news.conversationChanged(workspaceId, conversationId);
    }
    return this.contacts.find(workspaceId, id);
  }
}
