import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SettingsActor } from '#administration';
import { ContactMerging, Contacts } from '#contacts';
import {
  changeContact,
  contactDetail,
  contactList,
  mergeContact,
  searchContacts,
  type ChangeContact,
  type ContactDetail,
} from '#contracts';
import { ChangeNews } from '#conversation';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

const anId = { schema: z.uuid() };

/** Every agent sees and corrects contacts; who is the same person as whom is for supervisors. */
@ApiTags('contacts')
@Controller('api/contacts')
@UseGuards(AgentGuard)
export class ContactsController {
  constructor(
    private readonly contacts: Contacts,
    private readonly merging: ContactMerging,
    private readonly news: ChangeNews,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: contactList })
  async search(
    @CurrentAgent() { workspaceId }: Agent,
    @Query({ schema: searchContacts }) { search }: z.output<typeof searchContacts>,
  ): Promise<z.output<typeof contactList>> {
    return { contacts: await this.contacts.search(workspaceId, search) };
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: contactDetail })
  detail(@CurrentAgent() { workspaceId }: Agent, @Param('id', anId) id: string): Promise<ContactDetail> {
    return this.contacts.detail(workspaceId, id);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: contactDetail })
  async change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', anId) id: string,
    @Body({ schema: changeContact }) change: ChangeContact,
  ): Promise<ContactDetail> {
    this.tell(actor, await this.contacts.change(actor, id, change));
    return this.contacts.detail(actor.workspaceId, id);
  }

  /** Returns the person that both are now. */
  @Post(':id/merge')
  @AllowedRoles(maySee)
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: contactDetail })
  async merge(
    @CurrentActor() actor: SettingsActor,
    @Param('id', anId) id: string,
    @Body({ schema: mergeContact }) { into }: z.output<typeof mergeContact>,
  ): Promise<ContactDetail> {
    this.tell(actor, await this.merging.merge(actor, id, into));
    return this.contacts.detail(actor.workspaceId, id);
  }

  @Delete(':id/merge')
  @AllowedRoles(maySee)
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: contactDetail })
  async split(@CurrentActor() actor: SettingsActor, @Param('id', anId) id: string): Promise<ContactDetail> {
    this.tell(actor, await this.merging.split(actor, id));
    return this.contacts.detail(actor.workspaceId, id);
  }

  private tell({ workspaceId }: SettingsActor, conversationIds: string[]): void {
    for (const id of conversationIds) this.news.conversationChanged(workspaceId, id);
  }
}
