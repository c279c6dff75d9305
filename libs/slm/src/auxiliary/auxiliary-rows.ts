import { dialogueActRows, outOfScopeRows, requestsAfterAnswers, sensitiveRows, severalRequestsRows } from '#background';
import { dialogueAct, sensitiveTopic } from '#contracts';
import type { Random } from '#statistics';
import type { LabelledText } from '../data/index.js';
import { auxiliaryLabels, targetsOf, type AuxiliaryTargets } from './auxiliary-head.js';
import { joinedRequests } from './joined-requests.js';

export interface AuxiliaryRow {
  text: string;
  targets: AuxiliaryTargets;
}

/** How many rows of each sort that is made or drawn; each costs a reading at the end of the training. */
const [joinedRows, outOfScopeSample] = [150, 300];

/** Rows written for the project, whose topics and acts are known. */
export function backgroundRows(): AuxiliaryRow[] {
  return [...topicRows(), ...actRows()];
}

export function topicRows(): AuxiliaryRow[] {
  // What is dangerous may be written in anger, or beside another request.
  return sensitiveRows().map(({ text, topics }) => ({
    text,
    targets: targetsOf(topics, ['upset', 'several_requests']),
  }));
}

export function actRows(): AuxiliaryRow[] {
  // Anger may be abuse or a threat, too.
  const ofAll = dialogueActRows().map(({ text, acts }) => ({
    text,
    targets: targetsOf(acts, [
      ...(acts.includes('several_requests') ? [] : (['several_requests'] as const)),
      ...(acts.includes('upset') ? sensitiveTopic.options : []),
    ]),
  }));
  const ofRequests = severalRequestsRows().map(({ text, requests }) => ({
    text,
    targets: targetsOf(requests.length > 1 ? ['several_requests'] : [], ['upset']),
  }));
  const others = auxiliaryLabels.filter((label) => label !== 'acknowledgement');
  const ofSecond = requestsAfterAnswers().map((text) => ({ text, targets: targetsOf([], others) }));
  return [...ofAll, ...ofRequests, ...ofSecond];
}

/** Messages of several requests, made of the shop's own `rows`. */
export function madeRows(rows: readonly LabelledText[], random: Random): AuxiliaryRow[] {
  const others = auxiliaryLabels.filter((label) => label !== 'several_requests');
  const targets = targetsOf(['several_requests'], others);
  return joinedRequests(rows, joinedRows, random).map((text) => ({ text, targets }));
}

/** Rows of which it is only likely that they have no label: a sample of the questions that no shop answers. */
export function ordinaryTexts(random: Random): string[] {
  const rows = outOfScopeRows().map(({ text }) => text);
  return random.shuffle(rows).slice(0, outOfScopeSample);
}

/**
 * The targets of a message that nobody has read for topics and acts: none of them, except that nothing is learned about those that the
 * known rows find in it. A bank's questions about strange payments are about fraud, whatever the bank calls them.
 */
export function assumedTargets(probabilities: ArrayLike<number>): AuxiliaryTargets {
  const found = [...sensitiveTopic.options, ...dialogueAct.options].filter(
    (label) => label !== 'several_requests' && probabilities[auxiliaryLabels.indexOf(label)]! > 0.5,
  );
  return targetsOf([], found);
}
