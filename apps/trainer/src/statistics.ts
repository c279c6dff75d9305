export {
  agrees,
  aurc,
  ece,
  groupBy,
  learnThenTest,
  oosAuroc,
  outcomeOf,
  overconfidence,
  percentile,
  seededRandom,
  type Agreement,
  type Judged,
  type Outcome,
  type RiskLimit,
} from '#slm';
export * from './promotion/paired-bootstrap.js';
export * from './promotion/paired-tests.js';
