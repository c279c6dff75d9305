import { answerSelectionFile, followUpRows, type FollowUpRow } from '#background';
import type { Similarity } from '#contracts';
import { fitBilinear, writeAnswerSelection, type Selected } from '../answer-selection/index.js';
import { loadBase, shippedBase } from '../encoder/index.js';
import { fingerprintOf, followUpOf, LoadedModel, similaritiesOf, type ComparedText } from '../model/index.js';

/** What speaks for each sentence as the answer to a message beside what is learned here, in log odds against none of them. */
export type LogOdds = (message: string, sentences: string[], near: Similarity[]) => number[];

/** Learns answer selection of the rows, with the vectors of the model in `dir` and of the encoder before it was tuned, and puts it beside the rows. */
export async function learnAnswerSelection(dir: string, logOdds: LogOdds): Promise<{ file: string; rows: number }> {
  const model = await LoadedModel.load(dir, shippedBase());
  const rows: Selected[] = [];
  for (const row of followUpRows()) rows.push(...(await selectedOf(model, row, logOdds)));
  await model.release();
  const width = rows[0]!.message.length;
  writeAnswerSelection(fitBilinear(rows, width), width, fingerprintOf(loadBase(shippedBase())));
  return { file: answerSelectionFile, rows: rows.length };
}

async function selectedOf(
  model: LoadedModel,
  { asked, answer, followUps }: FollowUpRow,
  logOdds: LogOdds,
): Promise<Selected[]> {
  const sentences: ComparedText[] = [];
  for (const sentence of answer) sentences.push(await model.vectorsOf(sentence));
  const untuned = sentences.map((sentence) => sentence.untuned);
  const selected: Selected[] = [];
  for (const { say, sentences: answers } of followUps) {
    const followUp = await followUpOf(model, say, asked);
    const offsets = logOdds(say, answer, similaritiesOf(followUp, sentences, null));
    const message = followUp.message.untuned;
    selected.push({ message, sentences: untuned, offsets, answers });
  }
  return selected;
}
