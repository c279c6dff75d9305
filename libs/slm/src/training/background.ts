import { outOfScopeRows } from '#background';
import { groupBy, seededRandom } from '#statistics';
import { knownBackground, vectorsOf, type KnownBackground } from '../auxiliary/index.js';
import { makeCorpus, subset, withNames, type Corpus, type LabelledText, type TrainingText } from '../data/index.js';
import { embedAll, joined, pick, type BaseModel, type Vectors } from '../encoder/index.js';
import { nearestRows } from '../intents/index.js';
import { encode, type EncodedCorpus } from './candidate-model.js';

/** Background rows that a training takes: as many as a third of the shop's own, and at least this many. More cost time and add nothing. */
const fewest = 600;
const share = 1 / 3;
/**
 * A background topic is near an intent if this share of the intent's rows are more like it than like any other intent. Shops that answer
 * about jobs have .9 for `careers`; where nothing answers to a topic, it is below .4.
 */
const nearShare = 0.4;
/** Rows that are compared with each row, which are enough to reach past those of its own intent. */
const compared = 150;

/**
 * The shop's rows with the names of their intents, then background rows: out-of-scope messages that come with the program, without the topics
 * that are near the shop's own intents. With their vectors by the base encoder, and what comes with the program for it.
 */
export async function withBackground(
  rows: LabelledText[],
  base: BaseModel,
  seed: number,
  onDone: (done: number, total: number) => void,
): Promise<{ corpus: Corpus; encoded: EncodedCorpus; known: KnownBackground | null }> {
  const known = knownBackground(base);
  const own = withNames(rows);
  const said = new Set(rows.map(({ text }) => text));
  const background = seededRandom(seed)
    .shuffle(outOfScopeRows().filter(({ text }) => !said.has(text)))
    .slice(0, Math.max(fewest, Math.round(rows.length * share)))
    .map(({ text, topic }): TrainingText => ({ text, intent: '', oos: true, background: topic }));
  const all = makeCorpus([...own, ...background], base);
  const total = all.rows.length;
  // The int8 form is made for the shop's own messages.
  const encoded = await encode(base, { messages: all.messages.slice(0, own.length) }, (done) => onDone(done, total));
  const embed = (texts: string[]) =>
    embedAll(encoded.encoder, texts.map(all.encode), base.config.width, (done) => onDone(own.length + done, total));
  const others = await vectorsOf(
    background.map(({ text }) => text),
    known,
    embed,
  );
  const vectors = joined([encoded.vectors, others]);
  const near = await nearTopics(all, vectors);
  const kept = [...all.rows.keys()].filter((row) => !near.has(all.rows[row]!.background ?? ''));
  return { corpus: subset(all, kept), encoded: { ...encoded, vectors: pick(vectors, kept) }, known };
}

async function nearTopics({ rows }: Corpus, vectors: Vectors): Promise<Set<string>> {
  const inScope = [...rows.keys()].filter((row) => !rows[row]!.oos);
  // The shop's own out-of-scope rows say nothing about what it answers.
  const others = [...rows.keys()].filter((row) => !rows[row]!.oos || rows[row]!.background !== undefined);
  const found = await nearestRows(pick(vectors, inScope).unit, pick(vectors, others).unit, vectors.width, compared);
  const nearestTopic = (i: number) => {
    const { intent } = rows[inScope[i]!]!;
    const nearest = found[i]!.row.map((r) => rows[others[r]!]!).find((row) => row.oos || row.intent !== intent);
    return nearest?.background;
  };
  const near = new Set<string>();
  for (const places of groupBy(inScope.keys(), (i) => rows[inScope[i]!]!.intent).values()) {
    for (const [topic, at] of groupBy(places, nearestTopic))
      if (topic !== undefined && at.length >= nearShare * places.length) near.add(topic);
  }
  return near;
}
