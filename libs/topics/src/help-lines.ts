interface HelpLine {
  name: string;
  number: string;
  /** For ambulance or police. */
  emergency: string;
}

/** By ISO 3166. */
const helpLines: Record<string, HelpLine> = {
  GB: { name: 'Samaritans', number: '116 123', emergency: '999' },
  IE: { name: 'Samaritans', number: '116 123', emergency: '112' },
  US: { name: '988 Suicide & Crisis Lifeline', number: '988', emergency: '911' },
  CA: { name: '9-8-8 Suicide Crisis Helpline', number: '988', emergency: '911' },
  AU: { name: 'Lifeline', number: '13 11 14', emergency: '000' },
  NZ: { name: '1737', number: '1737', emergency: '111' },
  DE: { name: 'TelefonSeelsorge', number: '0800 111 0 111', emergency: '112' },
  AT: { name: 'TelefonSeelsorge', number: '142', emergency: '144' },
  CH: { name: 'Die Dargebotene Hand – La Main Tendue – Telefono Amico', number: '143', emergency: '144' },
  FR: { name: 'Numéro national de prévention du suicide', number: '3114', emergency: '112' },
  BE: { name: 'Zelfmoordlijn / Centre de Prévention du Suicide', number: '1813 / 0800 32 123', emergency: '112' },
  ES: { name: 'Línea de atención a la conducta suicida', number: '024', emergency: '112' },
  MX: { name: 'Línea de la Vida', number: '800 911 2000', emergency: '911' },
  AR: { name: 'Línea Nacional de Salud Mental', number: '0800 999 0091', emergency: '911' },
  NL: { name: '113 Zelfmoordpreventie', number: '113', emergency: '112' },
  IT: { name: 'Telefono Amico Italia', number: '02 2327 2327', emergency: '112' },
  PT: { name: 'SNS 24', number: '808 24 24 24', emergency: '112' },
  AE: { name: 'Mental Support Line', number: '800 4673', emergency: '999' },
  SA: { name: 'National Center for Mental Health Promotion', number: '920033360', emergency: '997' },
  EG: { name: 'General Secretariat of Mental Health', number: '16328', emergency: '123' },
};

interface Words {
  line: (line: HelpLine) => string;
  /** Of a country whose line is not known here. */
  anywhere: string;
}

const english: Words = {
  line: ({ name, number, emergency }) =>
    `You can talk to somebody now: ${name}, telephone ${number}. If your life is in danger, call ${emergency}.`,
  anywhere:
    'You can talk to somebody now: findahelpline.com lists free help lines of your country. If your life is in danger, call the emergency number (112 in many countries).',
};

const byLanguage: Record<string, Words> = {
  en: english,
  es: {
    line: ({ name, number, emergency }) =>
      `Puede hablar con alguien ahora mismo: ${name}, teléfono ${number}. Si su vida corre peligro, llame al ${emergency}.`,
    anywhere:
      'Puede hablar con alguien ahora mismo: en findahelpline.com encontrará líneas de ayuda gratuitas de su país. Si su vida corre peligro, llame al número de emergencias (112 en muchos países).',
  },
  de: {
    line: ({ name, number, emergency }) =>
      `Sie können jetzt gleich mit jemandem sprechen: ${name}, Telefon ${number}. Ist Ihr Leben in Gefahr, rufen Sie ${emergency} an.`,
    anywhere:
      'Sie können jetzt gleich mit jemandem sprechen: findahelpline.com nennt kostenlose Hilfetelefone Ihres Landes. Ist Ihr Leben in Gefahr, rufen Sie den Notruf an (in vielen Ländern 112).',
  },
  fr: {
    line: ({ name, number, emergency }) =>
      `Vous pouvez parler à quelqu’un dès maintenant : ${name}, téléphone ${number}. Si votre vie est en danger, appelez le ${emergency}.`,
    anywhere:
      'Vous pouvez parler à quelqu’un dès maintenant : findahelpline.com indique les lignes d’écoute gratuites de votre pays. Si votre vie est en danger, appelez le numéro d’urgence (112 dans beaucoup de pays).',
  },
  ar: {
    line: ({ name, number, emergency }) =>
      `يمكنك التحدث إلى شخص الآن: ${name}، هاتف ${number}. إذا كانت حياتك في خطر فاتصل بالرقم ${emergency}.`,
    anywhere:
      'يمكنك التحدث إلى شخص الآن: يعرض موقع findahelpline.com خطوط مساعدة مجانية في بلدك. إذا كانت حياتك في خطر فاتصل برقم الطوارئ (112 في بلدان كثيرة).',
  },
};

/** Whom to call in despair: a sentence with name and number. `locale`: BCP 47; English where it is none of the five languages. */
export function helpLine(country: string, locale: string): string {
  const words = byLanguage[locale.slice(0, 2).toLowerCase()] ?? english;
  const line = helpLines[country];
  return line ? words.line(line) : words.anywhere;
}
