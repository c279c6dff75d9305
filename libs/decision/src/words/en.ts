import type { Words } from './words.js';

export const en: Words = {
  which: 'I want to get this right: which of these is it about?',
  isItThis: 'I want to get this right: is it about this?',
  ofTheRest: {
    which: 'And the rest of your message: which of these is it about?',
    isItThis: 'And the rest of your message: is it about this?',
  },
  takenFor: (title) => `I take this to be about “${title}”. If it is not, just tell me in other words.`,
  aboutWhat: 'I would like to help. Is it about one of these?',
  openQuestion: 'What is it about? Please tell me in a few words.',
  stillOpen: 'That is what I know of it. What is still open?',
  ifNotAnswered: 'If that does not answer it: what is still open?',
  somethingElse: 'Something else',
  person: 'Talk to a person',
  askForPerson: 'I want to talk to a person',
  ask: {
    order_number: 'Which order is it about? Tell me its number; you find it in the confirmation e-mail.',
    email: 'Which e-mail address did you order with?',
    postcode: 'What is the postcode of the delivery address?',
    date: 'Which day is it about?',
    choice: 'Which of these is it about?',
    text: 'Please tell me a little more.',
  },
  again: 'I could not find that in your message.',
  notAtHand: 'That is all right; if you cannot find it, a colleague can look for you.',
  notConfirmed: [
    'I cannot find anything with these details. Please check them and send me what needs correcting.',
    'I cannot find anything with these either. Please compare them with the confirmation e-mail once more.',
  ],
  signIn: [
    'Please sign in to your account on this site first; then ask me again, and I will look it up.',
    'I still cannot see that you are signed in. Once you are, I can look it up.',
  ],
  smallTalk: {
    greeting: ['Hello! What can I do for you?', 'Hello again! What is it about?'],
    thanks: ['You are welcome!', 'With pleasure. Is there anything else that I can do for you?'],
    goodbye: ['Thank you for writing to us. Have a lovely day!', 'Goodbye, and all the best!'],
    acknowledgement: [
      'Good. If anything else comes up, just write to me.',
      'All right. I am here if you need anything.',
    ],
    waiting: ['Take your time; I am here.', 'No hurry at all.'],
    unhappy: [
      'I am sorry that things are not as they should be. What has happened?',
      'I am sorry. Tell me in a few words what is wrong, and I will see what I can do.',
    ],
    identity: [
      'I am this shop’s automatic assistant, not a person. I answer what I know; for everything else, just say that you would like to talk to a person.',
      'I am a computer program: the shop’s automatic assistant. If you prefer a person, tell me, and I will fetch one.',
    ],
  },
  brief: ['I am here if you need me.', 'Just write when you need something.'],
  choose: [
    'Please choose one of these, or tell me in your own words.',
    'Whenever you are ready: choose one of these, or write what it is about.',
  ],
  sensitive: {
    danger:
      'Your safety comes first. Please stop using the product and keep everybody away from it. A colleague is being called at once and takes over here.',
    selfHarm:
      'I am very sorry that you are going through this. You matter, and you do not have to face it alone. Somebody from our team reads this as soon as possible.',
    responsible:
      'Thank you for telling us. I am passing this to the colleague who is responsible; they take over here.',
    fraud:
      'Thank you for telling us at once. I am passing this on to a colleague straight away. If a card may be in the wrong hands, your bank can block it at any hour.',
    calm: 'I understand that this matters to you. A colleague reads what you wrote and takes over here.',
    own: 'A colleague sees to this in person; I am passing it on straight away.',
  },
  emergency: (number) =>
    number === null
      ? 'If anybody is hurt or in danger, please call the emergency services now.'
      : `If anybody is hurt or in danger, please call ${number} now.`,
  handOver: {
    upset: 'I am sorry that this has gone wrong for you. A colleague takes over now and sees all that we have written.',
    contradicted: 'I am sorry: what I find does not fit what you are telling me. A colleague checks it and takes over.',
    failed: 'I am sorry that I could not help you here. A colleague takes over now and sees all that we have written.',
    unsure: 'I am not sure enough to answer that; a colleague sees our conversation and takes over.',
    notAutomated: 'That is something for a colleague, who sees our conversation and takes over.',
    unavailable: 'I am sorry, I cannot look that up at the moment; a colleague sees our conversation and takes over.',
    otherLanguage: 'I cannot answer that in your language yet; a colleague sees our conversation and takes over.',
  },
  passedOn: (what) => `I am passing on: ${what}.`,
  order: (number) => `order ${number}`,
  answeredSome: (answered, rest) =>
    `I have answered ${answered}; for ${rest} I am fetching a colleague, who sees our conversation.`,
  restOfMessage: 'the rest of your message',
  quoted: (title) => `“${title}”`,
  inShopLanguage: 'I have this answer only in the shop’s own language:',
  personComing: 'A colleague is on the way. What is it about? If you tell me now, they can start at once.',
};
