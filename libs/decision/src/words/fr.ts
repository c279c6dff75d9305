import type { Words } from './words.js';

export const fr: Words = {
  which: 'Je veux bien vous comprendre : de quoi s’agit-il ?',
  isItThis: 'Je veux bien vous comprendre : s’agit-il de ceci ?',
  ofTheRest: {
    which: 'Et le reste de votre message : de quoi s’agit-il ?',
    isItThis: 'Et le reste de votre message : s’agit-il de ceci ?',
  },
  takenFor: (title) => `Je comprends que cela concerne « ${title} ». Si ce n’est pas le cas, dites-le-moi autrement.`,
  aboutWhat: 'J’aimerais vous aider. S’agit-il de l’un de ces sujets ?',
  openQuestion: 'De quoi s’agit-il ? Dites-le-moi en quelques mots, s’il vous plaît.',
  stillOpen: 'C’est ce que j’en sais. Que vous manque-t-il encore ?',
  ifNotAnswered: 'Si cela ne répond pas à votre question, que vous manque-t-il encore ?',
  somethingElse: 'Autre chose',
  person: 'Parler à une personne',
  askForPerson: 'Je veux parler à une personne',
  ask: {
    order_number: 'De quelle commande s’agit-il ? Donnez-moi son numéro ; il figure dans l’e-mail de confirmation.',
    email: 'Avec quelle adresse e-mail avez-vous commandé ?',
    postcode: 'Quel est le code postal de l’adresse de livraison ?',
    date: 'De quel jour s’agit-il ?',
    choice: 'Duquel s’agit-il ?',
    text: 'Dites-m’en un peu plus, s’il vous plaît.',
  },
  again: 'Je ne l’ai pas trouvé dans votre message.',
  notAtHand: 'Ce n’est pas grave ; si vous ne le trouvez pas, une personne de notre équipe peut chercher pour vous.',
  notConfirmed: [
    'Je ne trouve rien avec ces données. Vérifiez-les et envoyez-moi ce qu’il faut corriger.',
    'Je ne trouve rien non plus avec celles-ci. Comparez-les encore une fois avec l’e-mail de confirmation.',
  ],
  signIn: [
    'Connectez-vous d’abord à votre compte sur ce site, puis reposez-moi la question : je regarderai.',
    'Je ne vois pas encore que vous êtes connecté. Dès que ce sera le cas, je pourrai regarder.',
  ],
  smallTalk: {
    greeting: ['Bonjour ! Que puis-je faire pour vous ?', 'Bonjour à nouveau ! De quoi s’agit-il ?'],
    thanks: ['Je vous en prie !', 'Avec plaisir. Puis-je faire autre chose pour vous ?'],
    goodbye: ['Merci de nous avoir écrit. Bonne journée !', 'Au revoir et à bientôt !'],
    acknowledgement: [
      'Très bien. S’il y a autre chose, écrivez-moi.',
      'D’accord. Je suis là si vous avez besoin de moi.',
    ],
    waiting: ['Prenez votre temps ; je suis là.', 'Rien ne presse.'],
    unhappy: [
      'Je suis désolé que tout ne soit pas comme il faut. Que s’est-il passé ?',
      'Je suis désolé. Dites-moi en quelques mots ce qui ne va pas, et je verrai ce que je peux faire.',
    ],
    identity: [
      'Je suis l’assistant automatique de cette boutique, pas une personne. Je réponds à ce que je sais ; pour tout le reste, dites-moi que vous voulez parler à une personne.',
      'Je suis un programme informatique : l’assistant automatique de la boutique. Si vous préférez une personne, dites-le-moi et je la préviens.',
    ],
  },
  brief: ['Je suis là si vous avez besoin de moi.', 'Écrivez-moi dès que vous avez besoin de quelque chose.'],
  choose: [
    'Choisissez l’une de ces réponses, ou dites-le-moi avec vos mots.',
    'Quand vous voulez : choisissez l’une de ces réponses, ou écrivez de quoi il s’agit.',
  ],
  sensitive: {
    danger:
      'Votre sécurité passe avant tout. N’utilisez plus le produit et tenez tout le monde à distance, s’il vous plaît. Une personne de notre équipe est prévenue immédiatement et prend le relais ici.',
    selfHarm:
      'Je suis vraiment désolé que vous traversiez cela. Vous comptez, et vous n’avez pas à l’affronter seul. Une personne de notre équipe lira ceci dès que possible.',
    responsible: 'Merci de nous le dire. Je le transmets à la personne responsable, qui prend le relais ici.',
    fraud:
      'Merci de nous prévenir tout de suite. Je transmets cela immédiatement à une personne de notre équipe. Si une carte est peut-être en de mauvaises mains, votre banque peut la bloquer à toute heure.',
    calm: 'Je comprends que c’est important pour vous. Une personne de notre équipe lit votre message et prend le relais ici.',
    own: 'Une personne de notre équipe s’en occupe elle-même ; je le transmets tout de suite.',
  },
  emergency: (number) =>
    number === null
      ? 'Si quelqu’un est blessé ou en danger, appelez immédiatement les secours.'
      : `Si quelqu’un est blessé ou en danger, appelez immédiatement le ${number}.`,
  handOver: {
    upset:
      'Je suis désolé que cela se soit mal passé. Une personne de notre équipe prend le relais et voit tout notre échange.',
    contradicted:
      'Je suis désolé : ce que je trouve ne correspond pas à ce que vous dites. Une personne de notre équipe vérifie et prend le relais.',
    failed:
      'Je suis désolé de ne pas avoir pu vous aider. Une personne de notre équipe prend le relais et voit tout notre échange.',
    unsure:
      'Je ne suis pas assez sûr pour répondre à cela ; une personne de notre équipe voit notre échange et prend le relais.',
    notAutomated: 'C’est une question pour une personne de notre équipe, qui voit notre échange et prend le relais.',
    unavailable:
      'Je suis désolé, je ne peux pas le vérifier pour le moment ; une personne de notre équipe voit notre échange et prend le relais.',
    otherLanguage:
      'Je ne peux pas encore répondre dans votre langue ; une personne de notre équipe voit notre échange et prend le relais.',
  },
  passedOn: (what) => `Je transmets : ${what}.`,
  order: (number) => `commande ${number}`,
  answeredSome: (answered, rest) =>
    `J’ai répondu à ${answered} ; pour ${rest}, je préviens une personne de notre équipe, qui voit notre échange.`,
  restOfMessage: 'le reste de votre message',
  quoted: (title) => `« ${title} »`,
  inShopLanguage: 'Je n’ai cette réponse que dans la langue de la boutique :',
  personComing:
    'Une personne de notre équipe arrive. De quoi s’agit-il ? Si vous me le dites déjà, elle pourra commencer tout de suite.',
};
