import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { action, chooseText, fillMarks } from '#actions';
import { answerCondition, type RankedIntent, type Suggestion } from '#contracts';
import { DATABASE, type Database } from '#database';
import { readEpisodeTexts } from './episode-texts.js';
import { ShopLookUps } from './look-ups.js';

/** Below this probability the answer to the likeliest intent is more often wrong than right. */
const leastConfidence = 0.5;

/** What an agent could answer: the shop's own approved words. */
@Injectable()
export class Suggestions {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly lookUps: ShopLookUps,
  ) {}

  async ofConversation(workspaceId: string, conversationId: string): Promise<Suggestion> {
    const texts = await readEpisodeTexts(this.db, workspaceId, conversationId);
    const likeliest = await this.likeliest(workspaceId, conversationId);
    if (!likeliest || likeliest.confidence < leastConfidence) return null;
    const { intent, confidence } = likeliest;
    const answer = await this.answer(workspaceId, intent, texts.reader.locale);
    if (!answer) return null;
    const outputs = answer.action && (await this.lookUps.outputs(action.parse(answer.action), texts));
    const { name, email } = texts.contact;
    const values = new Map(Object.entries(outputs ?? {}));
    if (name !== null) values.set('contact.name', name);
    if (email !== null) values.set('contact.email', email);
    const conditions = outputs || !answer.action ? z.array(answerCondition).parse(answer.conditions) : [];
    const { condition } = chooseText(answer.text, conditions, Object.fromEntries(values), texts.reader.now);
    const text = condition === null ? answer.text : conditions[condition]!.text;
    return { intent, confidence, locale: answer.locale, text: fillMarks(text, (mark) => values.get(mark)) };
  }

  /** What the last message of the episode that the model read is most likely about; who asks for a person needs no answer to that. */
  private async likeliest(workspaceId: string, conversationId: string): Promise<RankedIntent | null> {
    const [row] = await this.db.$queryRaw<{ topK: RankedIntent[] }[]>`
      SELECT prediction."topK" FROM conversation c JOIN episode e ON e.id = c."episodeId"
        JOIN message m ON m."conversationId" = c.id AND m.seq >= e."firstSeq"
        JOIN prediction ON prediction."messageId" = m.id
      WHERE c.id = ${conversationId}::uuid AND c."workspaceId" = ${workspaceId}::uuid
        AND NOT EXISTS (SELECT FROM decision WHERE decision."messageId" = m.id AND decision.rule = 'person_asked_for')
      ORDER BY m.seq DESC LIMIT 1`;
    return row?.topK[0] ?? null;
  }

  /** The newest approved one in the customer's language, else in the shop's. */
  private async answer(workspaceId: string, intent: string, locale: string) {
    const { locale: shopLocale } = await this.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const answers = await this.db.answer.findMany({
      where: { workspaceId, intent: { name: intent }, approvedAt: { not: null } },
      orderBy: { version: 'desc' },
      include: { action: true },
    });
    const language = locale.split('-')[0];
    return answers.find((each) => each.locale === language) ?? answers.find((each) => each.locale === shopLocale);
  }
}
