import { z } from 'zod';
import { exampleSource } from '../enums.js';
import { locale } from '../settings/account.js';
import { answerCondition } from '../settings/actions.js';
import { messageText } from '../text.js';
import { pageOf, pageQuery } from './pages.js';

export const apiIntent = z
  .object({
    id: z.uuid(),
    name: z.string().describe('The label in training data.'),
    title: z.string(),
    description: z.string(),
    automate: z.boolean().describe('false: people answer it.'),
  })
  .meta({ id: 'Intent' });
export type ApiIntent = z.infer<typeof apiIntent>;
export const apiIntentList = z.object({ items: z.array(apiIntent) }).meta({ id: 'IntentList' });

export const apiAnswer = z
  .object({
    id: z.uuid(),
    locale,
    version: z.number().int().positive(),
    text: z.string(),
    conditions: z.array(answerCondition).describe('The first that holds gives the text instead.'),
    approvedAt: z.iso.datetime().nullable().describe('null: a draft, which the bot does not use.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Answer' });
export type ApiAnswer = z.infer<typeof apiAnswer>;
export const apiAnswerList = z.object({ items: z.array(apiAnswer) }).meta({ id: 'AnswerList' });

export const apiTrainingExample = z
  .object({
    id: z.uuid(),
    text: z.string(),
    intentId: z.uuid().nullable().describe('null: none of the intents.'),
    source: exampleSource,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'TrainingExample' });
export type ApiTrainingExample = z.infer<typeof apiTrainingExample>;
export const apiTrainingExampleQuery = z.object({ intentId: z.uuid().optional(), ...pageQuery });
export const apiTrainingExamplePage = pageOf(apiTrainingExample).meta({ id: 'TrainingExamplePage' });

export const apiCreateTrainingExample = z
  .object({
    text: messageText.describe('Personal data is masked before it is stored.'),
    intentId: z.uuid().nullable(),
  })
  .meta({ id: 'CreateTrainingExample' });
