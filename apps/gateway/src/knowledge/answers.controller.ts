import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SettingsActor } from '#administration';
import { answerPreview, answerView, previewAnswer, saveAnswer, type AnswerView, type SaveAnswer } from '#contracts';
import { chooseText } from '#actions';
import { Answers } from '#knowledge';
import { AgentGuard, AllowedRoles, CurrentActor, mayAct, maySee } from '../agent/agent.guard.js';

@ApiTags('knowledge')
@Controller('api/knowledge')
@UseGuards(AgentGuard)
export class AnswersController {
  constructor(private readonly answers: Answers) {}

  /** A new version, as a draft or approved. The bot says the newest approved one within two seconds. */
  @Post('intents/:id/answers')
  @AllowedRoles(mayAct)
  @ApiCreatedResponse({ standardSchema: answerView })
  save(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) intentId: string,
    @Body({ schema: saveAnswer }) answer: SaveAnswer,
  ): Promise<AnswerView> {
    return this.answers.save(actor, intentId, answer);
  }

  /** What the bot would say with these values. */
  @Post('answers/preview')
  @HttpCode(200)
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: answerPreview })
  preview(
    @Body({ schema: previewAnswer }) { text, conditions, values }: z.output<typeof previewAnswer>,
  ): z.output<typeof answerPreview> {
    return chooseText(text, conditions, values);
  }
}
