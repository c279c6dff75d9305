import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Invitations, People, type SettingsActor } from '#administration';
import {
  changePerson,
  invite,
  invited,
  peopleList,
  personView,
  resetLink,
  type Invited,
  type PersonView,
} from '#contracts';
import { Realtime } from '#realtime';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { SignIn } from '../authentication/sign-in.js';

@ApiTags('people')
@Controller('api/people')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly sessions: SignIn,
    private readonly realtime: Realtime,
  ) {}

  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: peopleList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<z.output<typeof peopleList>> {
    const [people, invitations] = await Promise.all([
      this.people.list(workspaceId),
      this.invitations.list(workspaceId),
    ]);
    return { people, invitations };
  }

  /** The link is in this answer, in the mail if one could be sent, and nowhere else. */
  @Post('invitations')
  @ApiCreatedResponse({ standardSchema: invited })
  invite(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: invite }) invitee: z.output<typeof invite>,
  ): Promise<Invited> {
    return this.invitations.invite(actor, invitee);
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.invitations.withdraw(actor, id);
  }

  /** Sockets begin anew with the new name. */
  @Put(':id')
  @ApiOkResponse({ standardSchema: personView })
  async change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: changePerson }) change: z.output<typeof changePerson>,
  ): Promise<PersonView> {
    const person = await this.people.change(actor, id, change);
    this.realtime.endAgent(id);
    return person;
  }

  /** Ends the person's sessions and sockets. Their open conversations go back to the queue. */
  @Post(':id/disable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: personView })
  async disable(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<PersonView> {
    const { person, ended } = await this.people.disable(actor, id);
    await this.sessions.ended(ended);
    return person;
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: personView })
  enable(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<PersonView> {
    return this.people.enable(actor, id);
  }

  /** A link by which the person chooses a new password. It is in this answer and nowhere else. */
  @Post(':id/reset')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: resetLink })
  reset(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.output<typeof resetLink>> {
    return this.people.resetLink(actor, id);
  }
}
