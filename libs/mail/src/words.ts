/** What Baton's mails say besides the reply, in the customer's language. */
const en = {
  subject: 'Your conversation with {shop}',
  above: 'Please answer above this line',
  why: 'You get this mail because you asked {shop} to answer you by e-mail.',
  byMail: 'You can answer this mail.',
  inChat: 'This mail cannot be answered. Write to us in the chat.',
};
export type MailWords = typeof en;

const words: Record<string, MailWords> = {
  en,
  de: {
    subject: 'Ihre Unterhaltung mit {shop}',
    above: 'Bitte antworten Sie oberhalb dieser Zeile',
    why: 'Sie erhalten diese E-Mail, weil Sie {shop} um eine Antwort per E-Mail gebeten haben.',
    byMail: 'Sie können auf diese E-Mail antworten.',
    inChat: 'Auf diese E-Mail kann nicht geantwortet werden. Schreiben Sie uns im Chat.',
  },
  es: {
    subject: 'Tu conversación con {shop}',
    above: 'Responde por encima de esta línea',
    why: 'Recibes este correo porque pediste a {shop} que te respondiera por correo electrónico.',
    byMail: 'Puedes responder a este correo.',
    inChat: 'No se puede responder a este correo. Escríbenos en el chat.',
  },
  fr: {
    subject: 'Votre conversation avec {shop}',
    above: 'Répondez au-dessus de cette ligne',
    why: 'Vous recevez ce message parce que vous avez demandé à {shop} de vous répondre par e-mail.',
    byMail: 'Vous pouvez répondre à ce message.',
    inChat: 'On ne peut pas répondre à ce message. Écrivez-nous dans le chat.',
  },
  ar: {
    subject: 'محادثتك مع {shop}',
    above: 'يرجى الرد فوق هذا السطر',
    why: 'تصلك هذه الرسالة لأنك طلبت من {shop} الرد عليك بالبريد الإلكتروني.',
    byMail: 'يمكنك الرد على هذه الرسالة.',
    inChat: 'لا يمكن الرد على هذه الرسالة. اكتب لنا في المحادثة.',
  },
};

export function mailWords(locale: string | null): MailWords {
  return words[locale?.toLowerCase().split(/[-_]/)[0] ?? 'en'] ?? en;
}

export const answerLines = Object.values(words).map(({ above }) => above);
