import { Body, Controller, Get, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SettingsActor } from '#administration';
import { ContactAttributeSettings } from '#contacts';
import { contactAttributes, type ContactAttributes } from '#contracts';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('contacts')
@Controller('api/contact-attributes')
@UseGuards(AgentGuard)
export class ContactAttributesController {
  constructor(private readonly settings: ContactAttributeSettings) {}

  @Get()
  @ApiOkResponse({ standardSchema: contactAttributes })
  view(@CurrentAgent() { workspaceId }: Agent): Promise<ContactAttributes> {
    return this.settings.view(workspaceId);
  }

  @Put()
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: contactAttributes })
  save(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: contactAttributes }) attributes: ContactAttributes,
  ): Promise<ContactAttributes> {
    return this.settings.save(actor, attributes);
  }
}
