import { Body, Controller, Get, Param, Patch, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { apiContact, apiContactPage, apiContactQuery, apiUpdateContact, type ApiContact } from '#contracts';
import type { Integration } from '../authentication/authenticate.js';
import { Contacts } from './contacts.js';
import { CurrentIntegration, IntegrationGuard } from './integration.guard.js';
import { Operation } from './operation.js';

@ApiTags('Contacts')
@ApiBearerAuth()
@Controller('api/v1/contacts')
@UseGuards(IntegrationGuard)
export class PublicContactsController {
  constructor(private readonly contacts: Contacts) {}

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

  @Patch(':id')
  @Operation('updateContact', 'Change the name or e-mail address of a contact', 'contacts:write', 'NOT_FOUND')
  @ApiOkResponse({ standardSchema: apiContact })
  update(
    @CurrentIntegration() { workspaceId }: Integration,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: apiUpdateContact }) change: z.output<typeof apiUpdateContact>,
  ): Promise<ApiContact> {
    return this.contacts.update(workspaceId, id, change);
  }
}
