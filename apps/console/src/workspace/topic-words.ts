import type { SensitiveTopic } from '#contracts';
import { t } from '../language/t.js';

/** How topics are named and explained to people of the shop. */
export const topicWords: Record<SensitiveTopic, { title: string; about: string }> = {
  injury: { title: t('Injury'), about: t('Somebody was hurt by a product or in a shop.') },
  poisoning: {
    title: t('Poisoning and allergy'),
    about: t('Somebody ate, drank or breathed in what harms, or reacts to it.'),
  },
  fire: { title: t('Fire'), about: t('Something burned, smoked, melted or exploded.') },
  electric_shock: { title: t('Electric shock'), about: t('A device gave a shock, or its wires lie bare.') },
  child_safety: { title: t('Child safety'), about: t('A child is hurt or in danger, by choking for instance.') },
  self_harm: {
    title: t('Self-harm'),
    about: t('A customer writes of not wanting to live. They are told of the help line below.'),
  },
  threat: { title: t('Threats'), about: t('Violence or damage is threatened to staff, drivers or the shop.') },
  legal: { title: t('Law'), about: t('Lawyers, courts, authorities and consumer associations.') },
  press: { title: t('Press'), about: t('Journalists who ask, and customers who go to the press.') },
  fraud: {
    title: t('Fraud'),
    about: t('Unknown charges, stolen cards, accounts taken over, messages in the shop’s name.'),
  },
  personal_data: { title: t('Personal data'), about: t('Somebody asks what you hold about them, or wants it erased.') },
  abuse: {
    title: t('Abuse of staff'),
    about: t('Insults, slurs and sexual harassment, not mere swearing about a parcel.'),
  },
};

/** One word or phrase a line, as people type them; without blanks and repetitions. */
export function wordsOf(typed: string): string[] {
  return [...new Set(typed.split(/[\n,;]/).map((word) => word.trim()))].filter(Boolean);
}
