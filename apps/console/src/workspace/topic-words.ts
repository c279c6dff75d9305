import type { SensitiveTopic } from '#contracts';

/** How topics are named and explained to people of the shop. */
export const topicWords: Record<SensitiveTopic, { title: string; about: string }> = {
  injury: { title: 'Injury', about: 'Somebody was hurt by a product or in a shop.' },
  poisoning: {
    title: 'Poisoning and allergy',
    about: 'Somebody ate, drank or breathed in what harms, or reacts to it.',
  },
  fire: { title: 'Fire', about: 'Something burned, smoked, melted or exploded.' },
  electric_shock: { title: 'Electric shock', about: 'A device gave a shock, or its wires lie bare.' },
  child_safety: { title: 'Child safety', about: 'A child is hurt or in danger, by choking for instance.' },
  self_harm: {
    title: 'Self-harm',
    about: 'A customer writes of not wanting to live. They are told of the help line below.',
  },
  threat: { title: 'Threats', about: 'Violence or damage is threatened to staff, drivers or the shop.' },
  legal: { title: 'Law', about: 'Lawyers, courts, authorities and consumer associations.' },
  press: { title: 'Press', about: 'Journalists who ask, and customers who go to the press.' },
  fraud: { title: 'Fraud', about: 'Unknown charges, stolen cards, accounts taken over, messages in the shop’s name.' },
  personal_data: { title: 'Personal data', about: 'Somebody asks what you hold about them, or wants it erased.' },
  abuse: { title: 'Abuse of staff', about: 'Insults, slurs and sexual harassment, not mere swearing about a parcel.' },
};

/** One word or phrase a line, as people type them; without blanks and repetitions. */
export function wordsOf(typed: string): string[] {
  return [...new Set(typed.split(/[\n,;]/).map((word) => word.trim()))].filter(Boolean);
}
