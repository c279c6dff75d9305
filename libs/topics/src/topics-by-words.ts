import { sensitiveTopic, type SensitiveTopic } from '#contracts';
import { foldedWords, sentenceEnd } from './fold.js';
import { PhraseIndex } from './phrase-index.js';
import { parsePhrase } from './phrase.js';
import { arabic } from './words/arabic.js';
import { english } from './words/english.js';
import { french } from './words/french.js';
import { german } from './words/german.js';
import { spanish } from './words/spanish.js';

const languages = [english, spanish, german, french, arabic];

const ordinary = new PhraseIndex<true>();
const sensitive = new PhraseIndex<SensitiveTopic>();
for (const { sets, ordinary: idioms, topics } of languages) {
  for (const idiom of idioms) ordinary.add(parsePhrase(idiom, sets), true);
  for (const topic of sensitiveTopic.options)
    for (const phrase of topics[topic]) sensitive.add(parsePhrase(phrase, sets), topic);
}

/** The sensitive topics that the words of a text name. */
export function topicsByWords(text: string): SensitiveTopic[] {
  const words = foldedWords(text);
  for (const { from, to } of [...ordinary.find(words)]) words.fill(sentenceEnd, from, to);
  const found = new Set<SensitiveTopic>();
  for (const { of } of sensitive.find(words)) found.add(of);
  return sensitiveTopic.options.filter((topic) => found.has(topic));
}
