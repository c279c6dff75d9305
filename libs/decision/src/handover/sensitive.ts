import { helpLine } from '#topics';
import { sensitiveTopic, type Locale, type SensitiveTopic, type TopicSettings } from '#contracts';
import { escalate, type Settled } from '../outcome.js';
import { words, type SensitiveWords } from '../words/index.js';
import { emergencyNumber } from './emergency-numbers.js';

const wordsFor: Record<SensitiveTopic, SensitiveWords> = {
  injury: 'danger',
  poisoning: 'danger',
  fire: 'danger',
  electric_shock: 'danger',
  child_safety: 'danger',
  self_harm: 'selfHarm',
  threat: 'calm',
  legal: 'responsible',
  press: 'responsible',
  fraud: 'fraud',
  personal_data: 'responsible',
  abuse: 'calm',
};
/** Of several topics the words of the gravest. */
const gravest: SensitiveWords[] = ['selfHarm', 'danger', 'fraud', 'calm', 'responsible', 'own'];

/** A topic that always goes to people, first in the waiting line, with words that fit it. */
export function sensitive(topics: string[], language: Locale, country: string, settings: TopicSettings): Settled {
  const wanted = topics.map((topic) => (isDefault(topic) ? wordsFor[topic] : 'own'));
  const choice = gravest.find((each) => wanted.includes(each)) ?? 'own';
  const spoken = words[language];
  const text = spoken.sensitive[choice];
  const settled = escalate('sensitive_topic', [{ text }]);
  if (choice === 'danger') settled.replies[0] = { text: `${text} ${spoken.emergency(emergencyNumber(country))}` };
  if (choice === 'selfHarm')
    settled.replies.push({ text: settings.helpLine === '' ? helpLine(country, language) : settings.helpLine });
  return settled;
}

function isDefault(topic: string): topic is SensitiveTopic {
  return sensitiveTopic.options.includes(topic as SensitiveTopic);
}
