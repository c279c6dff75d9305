import type { Durations, Proportion, ReportFigures, Satisfaction } from '#contracts';
import { wilsonInterval } from '#statistics';

/** What is counted of a group of episodes; the five outcomes add up to `closed`. */
export interface EpisodeCounts {
  opened: number;
  closed: number;
  involved: number;
  confirmed: number;
  assumed: number;
  recontacted: number;
  abandoned: number;
  handedOff: number;
  firstResponses: number;
  waits: number;
  handled: number;
  /** [median, 90 %] in seconds; null where there are none. */
  firstResponse: [number, number] | null;
  waiting: [number, number] | null;
  handling: [number, number] | null;
  botRatings: number;
  botPositive: number;
  /** Added up, as `agentScores`. */
  botScores: number;
  agentRatings: number;
  agentPositive: number;
  agentScores: number;
}

export const noEpisodes: EpisodeCounts = {
  ...{ opened: 0, closed: 0, involved: 0 },
  ...{ confirmed: 0, assumed: 0, recontacted: 0, abandoned: 0, handedOff: 0 },
  ...{ firstResponses: 0, waits: 0, handled: 0, firstResponse: null, waiting: null, handling: null },
  ...{ botRatings: 0, botPositive: 0, botScores: 0, agentRatings: 0, agentPositive: 0, agentScores: 0 },
};

export function proportionOf(n: number, of: number): Proportion {
  return { n, of, ...wilsonInterval(n, of) };
}

/** Automation is involvement times resolution: (involved / closed) x (resolved / involved) = resolved / closed. */
export function figuresOf(counts: EpisodeCounts): ReportFigures {
  const { opened, closed, involved, confirmed, assumed, recontacted, abandoned, handedOff } = counts;
  const contained = closed - handedOff;
  const ofClosed = (n: number) => proportionOf(n, closed);
  return {
    closed,
    stillOpen: opened - closed,
    involvement: ofClosed(involved),
    confirmed: ofClosed(confirmed),
    assumed: ofClosed(assumed),
    recontacted: ofClosed(recontacted),
    abandoned: ofClosed(abandoned),
    handedOff: ofClosed(handedOff),
    resolution: proportionOf(confirmed + assumed, involved),
    automation: ofClosed(confirmed + assumed),
    containment: ofClosed(contained),
    recontact: proportionOf(recontacted, contained),
    firstResponse: durationsOf(counts.firstResponses, counts.firstResponse),
    waiting: durationsOf(counts.waits, counts.waiting),
    handling: durationsOf(counts.handled, counts.handling),
    csatBot: satisfactionOf(counts.botPositive, counts.botRatings, counts.botScores),
    csatAgent: satisfactionOf(counts.agentPositive, counts.agentRatings, counts.agentScores),
  };
}

export function durationsOf(n: number, quantiles: [number, number] | null): Durations {
  return { n, median: quantiles?.[0] ?? null, p90: quantiles?.[1] ?? null };
}

function satisfactionOf(positive: number, ratings: number, scores: number): Satisfaction {
  return { positive: proportionOf(positive, ratings), mean: ratings === 0 ? null : scores / ratings };
}
