import { applyCalibrator, fitCalibration, type Audited } from '#slm';
import { coverageAt, ece, learnThenTest, seededRandom, selectiveRisk, type Outcome } from '#statistics';

const audits = 300;
const limit = { risk: 0.05, confidence: 0.9 };
const [refits, halves] = [20, 100];

/** What each promise came to on messages that it was not made on. */
export interface Promises {
  /** Mean ECE of the others, where the confidence was fitted on 300 audited messages; null where there are too few messages. */
  eceAudited: number | null;
  /** Of 100 thresholds for at most 5 % error at 90 % confidence, each certified on a random half: broken on the other half, and refused. */
  broken: number;
  refused: number;
  /** Mean coverage of those thresholds on the other half, refusals as 0, by the most that 5 % error allows there. */
  coverageOfOracle: number | null;
}

export async function keptPromises(audited: Audited[], outcomes: Outcome[]): Promise<Promises> {
  return { eceAudited: await eceAudited(audited), ...certified(outcomes) };
}

async function eceAudited(audited: Audited[]): Promise<number | null> {
  if (audited.length < 2 * audits || !audited.some(({ oos }) => oos)) return null;
  let sum = 0;
  for (let draw = 1; draw <= refits; draw++) {
    const shuffled = seededRandom(draw).shuffle(audited);
    const { confidence } = await fitCalibration(shuffled.slice(0, audits), { pseudoOutOfScope: [], background: [] });
    const others = shuffled.slice(audits);
    sum += ece(others.map(({ features, correct }) => ({ correct, confidence: applyCalibrator(confidence, features) })));
  }
  return sum / refits;
}

function certified(outcomes: Outcome[]): Omit<Promises, 'eceAudited'> {
  let [broken, refused, coverage] = [0, 0, 0];
  for (let draw = 1; draw <= halves; draw++) {
    const shuffled = seededRandom(draw).shuffle(outcomes);
    const half = Math.floor(outcomes.length / 2);
    const certificate = learnThenTest(shuffled.slice(0, half), limit);
    if (!certificate.certified) {
      refused++;
      continue;
    }
    const others = shuffled.slice(half);
    const kept = selectiveRisk(others, certificate.threshold);
    if ((kept.selectiveError ?? 0) > limit.risk) broken++;
    const possible = coverageAt(others, limit.risk);
    if (possible > 0) coverage += Math.min(1, kept.coverage / possible);
  }
  return { broken, refused, coverageOfOracle: outcomes.length >= 200 ? coverage / halves : null };
}
