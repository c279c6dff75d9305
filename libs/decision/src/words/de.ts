import type { Words } from './words.js';

export const de: Words = {
  which: 'Ich möchte Sie richtig verstehen: Worum geht es?',
  isItThis: 'Ich möchte Sie richtig verstehen: Geht es darum?',
  ofTheRest: {
    which: 'Und der Rest Ihrer Nachricht: Worum davon geht es?',
    isItThis: 'Und der Rest Ihrer Nachricht: Geht es darum?',
  },
  takenFor: (title) =>
    `Ich verstehe das als Frage zu „${title}“. Wenn es um etwas anderes geht, sagen Sie es mir bitte mit anderen Worten.`,
  aboutWhat: 'Ich helfe Ihnen gern. Geht es um eines von diesen Themen?',
  openQuestion: 'Worum geht es? Bitte sagen Sie es mir in wenigen Worten.',
  stillOpen: 'Das ist, was ich dazu weiß. Was ist noch offen?',
  ifNotAnswered: 'Falls das Ihre Frage nicht beantwortet: Was ist noch offen?',
  somethingElse: 'Etwas anderes',
  person: 'Mit einem Menschen sprechen',
  askForPerson: 'Ich möchte mit einem Menschen sprechen',
  ask: {
    order_number: 'Um welche Bestellung geht es? Nennen Sie mir ihre Nummer; sie steht in der Bestätigungsmail.',
    email: 'Mit welcher E-Mail-Adresse haben Sie bestellt?',
    postcode: 'Wie lautet die Postleitzahl der Lieferadresse?',
    date: 'Um welchen Tag geht es?',
    choice: 'Um was davon geht es?',
    text: 'Bitte sagen Sie mir etwas mehr dazu.',
  },
  again: 'Das konnte ich in Ihrer Nachricht nicht finden.',
  notAtHand: 'Das macht nichts; wenn Sie es nicht finden, sucht jemand aus unserem Team für Sie.',
  notConfirmed: [
    'Mit diesen Angaben finde ich nichts. Bitte prüfen Sie sie und schicken Sie mir, was zu ändern ist.',
    'Auch mit diesen Angaben finde ich nichts. Bitte vergleichen Sie sie noch einmal mit der Bestätigungsmail.',
  ],
  signIn: [
    'Bitte melden Sie sich zuerst auf dieser Website an; fragen Sie mich dann noch einmal, und ich sehe nach.',
    'Ich sehe noch nicht, dass Sie angemeldet sind. Sobald Sie es sind, kann ich nachsehen.',
  ],
  smallTalk: {
    greeting: ['Guten Tag! Was kann ich für Sie tun?', 'Schön, dass Sie da sind! Worum geht es?'],
    thanks: ['Gern geschehen!', 'Sehr gern. Kann ich sonst noch etwas für Sie tun?'],
    goodbye: ['Danke, dass Sie uns geschrieben haben. Einen schönen Tag noch!', 'Auf Wiedersehen und alles Gute!'],
    acknowledgement: [
      'Gut. Wenn noch etwas ist, schreiben Sie mir einfach.',
      'Alles klar. Ich bin da, wenn Sie etwas brauchen.',
    ],
    waiting: ['Nehmen Sie sich Zeit; ich bin da.', 'Es eilt gar nicht.'],
    unhappy: [
      'Es tut mir leid, dass etwas nicht so ist, wie es sein sollte. Was ist passiert?',
      'Das tut mir leid. Sagen Sie mir in wenigen Worten, was nicht stimmt, und ich sehe, was ich tun kann.',
    ],
    identity: [
      'Ich bin der automatische Assistent dieses Shops, kein Mensch. Ich beantworte, was ich weiß; für alles andere sagen Sie einfach, dass Sie mit einem Menschen sprechen möchten.',
      'Ich bin ein Computerprogramm: der automatische Assistent des Shops. Wenn Ihnen ein Mensch lieber ist, sagen Sie es mir, und ich hole jemanden.',
    ],
  },
  brief: ['Ich bin da, wenn Sie mich brauchen.', 'Schreiben Sie einfach, wenn Sie etwas brauchen.'],
  choose: [
    'Bitte wählen Sie eines davon, oder sagen Sie es mir in Ihren eigenen Worten.',
    'Sobald Sie so weit sind: Wählen Sie eines davon, oder schreiben Sie, worum es geht.',
  ],
  sensitive: {
    danger:
      'Ihre Sicherheit geht vor. Bitte benutzen Sie das Produkt nicht weiter und halten Sie alle davon fern. Jemand aus unserem Team wird sofort gerufen und übernimmt hier.',
    selfHarm:
      'Es tut mir sehr leid, dass es Ihnen so geht. Sie sind wichtig, und Sie müssen das nicht allein durchstehen. Jemand aus unserem Team liest das so bald wie möglich.',
    responsible: 'Danke, dass Sie uns das sagen. Ich gebe es an die zuständige Person weiter, die hier übernimmt.',
    fraud:
      'Danke, dass Sie uns das gleich sagen. Ich gebe es sofort an jemanden aus unserem Team weiter. Falls eine Karte in falschen Händen sein könnte: Ihre Bank kann sie jederzeit sperren.',
    calm: 'Ich verstehe, dass Ihnen das wichtig ist. Jemand aus unserem Team liest, was Sie geschrieben haben, und übernimmt hier.',
    own: 'Darum kümmert sich jemand aus unserem Team persönlich; ich gebe es sofort weiter.',
  },
  emergency: (number) =>
    number === null
      ? 'Wenn jemand verletzt oder in Gefahr ist, rufen Sie bitte sofort den Notruf.'
      : `Wenn jemand verletzt oder in Gefahr ist, rufen Sie bitte sofort ${number} an.`,
  handOver: {
    upset:
      'Es tut mir leid, dass das schiefgegangen ist. Jemand aus unserem Team übernimmt jetzt und sieht alles, was wir geschrieben haben.',
    contradicted:
      'Es tut mir leid: Was ich finde, passt nicht zu dem, was Sie sagen. Jemand aus unserem Team prüft das und übernimmt.',
    failed:
      'Es tut mir leid, dass ich Ihnen hier nicht helfen konnte. Jemand aus unserem Team übernimmt jetzt und sieht alles, was wir geschrieben haben.',
    unsure:
      'Ich bin mir nicht sicher genug, um das zu beantworten; jemand aus unserem Team sieht unser Gespräch und übernimmt.',
    notAutomated: 'Darum kümmert sich jemand aus unserem Team, sieht unser Gespräch und übernimmt hier.',
    unavailable:
      'Es tut mir leid, ich kann das gerade nicht nachsehen; jemand aus unserem Team sieht unser Gespräch und übernimmt.',
    otherLanguage:
      'Ich kann das noch nicht in Ihrer Sprache beantworten; jemand aus unserem Team sieht unser Gespräch und übernimmt.',
  },
  passedOn: (what) => `Ich gebe weiter: ${what}.`,
  order: (number) => `Bestellung ${number}`,
  answeredSome: (answered, rest) =>
    `Beantwortet habe ich ${answered}; für ${rest} hole ich jemanden aus unserem Team dazu, der unser Gespräch sieht.`,
  restOfMessage: 'den Rest Ihrer Nachricht',
  quoted: (title) => `„${title}“`,
  inShopLanguage: 'Diese Antwort habe ich nur in der Sprache des Shops:',
  personComing:
    'Jemand aus unserem Team kommt gleich. Worum geht es? Wenn Sie es jetzt schon sagen, kann es sofort losgehen.',
};
