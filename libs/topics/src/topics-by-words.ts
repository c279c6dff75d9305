import { sensitiveTopic, type SensitiveTopic } from '#contracts';
import { foldedWords, sentenceEnd } from './fold.js';
import { PhraseIndex } from './phrase-index.js';
import { parsePhrase } from './phrase.js';
import { arabic } from './words/arabic.js';
import { english } from './words/english/english.js';
import { french } from './words/french.js';
import { german } from './words/german.js';
import { spanish } from './words/spanish.js';

const ordinary = new PhraseIndex<true>();
const sensitive = new PhraseIndex<SensitiveTopic>();
const children = new PhraseIndex<true>();
for (const { sets, ordinary: idioms, topics } of [english, spanish, german, french, arabic]) {
  children.add(parsePhrase('<child>', sets), true);
  for (const idiom of idioms) ordinary.add(parsePhrase(idiom, sets), true);
  for (const topic of sensitiveTopic.options)
    for (const phrase of topics[topic]) sensitive.add(parsePhrase(phrase, sets), topic);
}

/** What is a matter of a child's safety, too, where the text names a child. */
const dangers: SensitiveTopic[] = ['injury', 'poisoning', 'fire', 'electric_shock'];

/** The sensitive topics that the words of a text name, in English, Spanish, German, French and Arabic. */
export function topicsByWords(text: string): SensitiveTopic[] {
  return topicsInWords(foldedWords(text));
}

/** The same of folded words. */
export function topicsInWords(folded: readonly string[]): SensitiveTopic[] {
  const words = [...folded];
  for (const { from, to } of [...ordinary.find(words)]) words.fill(sentenceEnd, from, to);
  const found = new Set<SensitiveTopic>();
  for (const { of } of sensitive.find(words)) found.add(of);
  if (dangers.some((topic) => found.has(topic)) && !children.find(words).next().done) found.add('child_safety');
  return sensitiveTopic.options.filter((topic) => found.has(topic));
}
