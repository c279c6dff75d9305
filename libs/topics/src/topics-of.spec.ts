import { describe, expect, it } from 'vitest';
import { sensitiveTopic, type SensitiveTopic, type TopicSettings } from '#contracts';
import { helpLine, topicsByWords, topicsOf } from './index.js';

const settings: TopicSettings = { disabled: [], own: [], helpLine: '' };

describe('topics by words', () => {
  it.each<[string, SensitiveTopic[]]>([
    ['The charger caught fire', ['fire']],
    ['K i l l   m y s e l f, I want to die', ['self_harm']],
    ['My daughter got an electric shock from the lamp', ['electric_shock', 'child_safety']],
    ['you will hear from my lawyer', ['legal']],
    ['es hat mir einen Stromschlag verpasst', ['electric_shock']],
    ['je vais porter plainte', ['legal']],
    ['no quiero seguir viviendo', ['self_harm']],
    ['تم اختراق حسابي', ['fraud']],
    ['is the plug on the desk lamp meant to get that hot', ['fire']],
    ['the handle snapped with hot oil in, foot is burned, I dressed it myself', ['injury']],
    ["doesn't matter any more, I won't be here to spend it", ['self_harm']],
    ['honestly I don’t see much point being here any more', ['self_harm']],
    ['I will kill the first one of your drivers I see', ['threat']],
    ['can you kill the second item on my order', []],
    ['nothing in the post for me again', []],
    ['ordered four instead of one while the baby slept, and the total made me feel sick', []],
    ['does the cable get hot', []],
    ['the reset link I did ask for never came', []],
    ['a reset link came that I did not ask for', ['fraud']],
    ['it says a new device signed in, that was me', []],
    ['it says a new device signed in, that was not me', ['fraud']],
    ["I'm such an idiot, I put the wrong postcode", []],
    // Idioms that look like them hide none of these.
    ['Three fire engines came to our house because of your lamp', ['fire']],
    ['the fire brigade came after your heater burst into flames, I want 50 percent back', ['fire']],
    ['my son was drowning in it, the pool cover gave way', ['child_safety']],
    ['the dog is choking, collar too tight', ['child_safety']],
    ['what information have you got on me', ['personal_data']],
    ['I have lost the will to live', ['self_harm']],
    ['how many pills is too many', ['poisoning', 'self_harm']],
    ['Ich will nicht mehr auf der Welt sein', ['self_harm']],
    ['ich glaube, ich tu mir heute was an', ['self_harm']],
    ["keep the money, dead people don't need refunds", ['self_harm']],
    ['annulez tout, je ne serai plus de ce monde', ['self_harm']],
    ['cancelen, ya no voy a estar en este mundo', ['self_harm']],
    ['dem Typ an der Kasse polier ich die Fresse', ['threat']],
    ['I am going to make an example of one of you', ['threat']],
    ['the bathroom cabinet came, we have taken everything in the cabinet out', []],
    ['das Leder ritzt sich leicht', []],
    ['ich lege euch eine Bombe, die euren Laden zerlegt', ['threat']],
    ['Il a avalé votre détergent et il a mal aux yeux', ['poisoning']],
    ['is the fire engine red paint in stock', []],
    ['how many cushions is too many cushions', []],
    ['Ich kann nicht mehr auf die Website zugreifen', []],
    ['dice retrasado desde el lunes', []],
    ['J’ai un coup de foudre pour la lampe', []],
    ['When does the fire sale end?', []],
    ['Nobody was hurt, but the vase is broken', []],
    ['I can’t go on the site', []],
    ['I was charged twice', []],
    ['this sofa is to die for', []],
    ['where the fuck is my parcel', []],
    ['no puedo seguir el envío', []],
    ['ich kann mich nicht mehr einloggen', []],
    ['saisir le code promo ne marche pas', []],
    ['كود الخصم لا يعمل', []],
    ['', []],
  ])('%j: %j', (text, expected) => {
    expect(topicsByWords(text)).toEqual(expected);
  });
});

describe('topics of a message', () => {
  const surelyNone = Object.fromEntries(sensitiveTopic.options.map((topic) => [topic, 1e-13]));
  const recall = { name: 'Recall', words: ['model 12', 'Käfer', '!!!'], enabled: true };

  it.each<[string, string, Partial<Record<SensitiveTopic, number>>, Partial<TopicSettings>, string[]]>([
    ['by words', 'it caught fire', {}, {}, ['fire']],
    ['by n-grams alone', 'a reporter here, may I have a coment', {}, {}, ['press']],
    ['by a model that is sure of what n-grams suspect', 'my toe is black and blue', { injury: 0.999 }, {}, ['injury']],
    ['not by a model that n-grams contradict', 'can I pay by card', { legal: 0.999 }, {}, []],
    [
      'not by words where all else speaks against it',
      'I nearly choked at the delivery fee, is there any cheaper way',
      surelyNone,
      {},
      [],
    ],
    [
      'by one sentence among others, though the model sees none',
      'Two things. How do I change the email on my account. And the cat has swallowed the little sachet from the box and keeps being sick',
      surelyNone,
      {},
      ['poisoning', 'child_safety'],
    ],
    ['none that is switched off', 'it caught fire', { fire: 1 }, { disabled: ['fire'] }, []],
    ['the shop’s own', 'is it Model 12?', {}, { own: [recall] }, ['Recall']],
    ['the shop’s own without accents', 'kafer in the box', {}, { own: [recall] }, ['Recall']],
    ['no part of a word', 'model 120, kaferlich!!!', {}, { own: [recall] }, []],
    ['no own one that is switched off', 'model 12', {}, { own: [{ ...recall, enabled: false }] }, []],
  ])('%s', (_name, text, scores, change, expected) => {
    expect(topicsOf(text, scores, { ...settings, ...change })).toEqual(expected);
  });
});

describe('the help line', () => {
  it.each([
    ['GB', 'en', 'Samaritans, telephone 116 123'],
    ['AT', 'de-AT', 'Telefon 142'],
    ['US', 'es', 'teléfono 988'],
    ['FR', 'fr', 'téléphone 3114'],
    ['EG', 'ar', '16328'],
    ['DE', 'pl', 'telephone 0800 111 0 111'],
    ['JP', 'fr', 'findahelpline.com'],
  ])('of %s in %s: %s', (country, locale, expected) => {
    expect(helpLine(country, locale)).toContain(expected);
  });
});
