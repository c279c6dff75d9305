import type { Locale, SlotKind } from '#contracts';

interface Words {
  which: string;
  /** A button, and what it sends. */
  person: string;
  askForPerson: string;
  ask: Record<SlotKind, string>;
  /** Before a question that is asked for the second time. */
  again: string;
  /** Tells nobody whether there is such an order. */
  notConfirmed: string;
  signIn: string;
}

/** Everything that the bot says of its own; answers are the shop's. */
export const words: Record<Locale, Words> = {
  en: {
    which: 'I want to get this right: which of these is it about?',
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
    notConfirmed: 'I cannot find anything with these details. Please check them and send me what needs correcting.',
    signIn: 'Please sign in to your account on this site first; then ask me again, and I will look it up.',
  },
  es: {
    which: 'Quiero entenderle bien: ¿de cuál de estos temas se trata?',
    person: 'Hablar con una persona',
    askForPerson: 'Quiero hablar con una persona',
    ask: {
      order_number: '¿De qué pedido se trata? Dígame su número; está en el correo de confirmación.',
      email: '¿Con qué dirección de correo electrónico hizo el pedido?',
      postcode: '¿Cuál es el código postal de la dirección de entrega?',
      date: '¿De qué día se trata?',
      choice: '¿De cuál de estos se trata?',
      text: 'Cuénteme un poco más, por favor.',
    },
    again: 'No lo he encontrado en su mensaje.',
    notConfirmed: 'No encuentro nada con estos datos. Compruébelos, por favor, y envíeme lo que haya que corregir.',
    signIn: 'Inicie sesión primero en su cuenta en esta web; después pregúnteme de nuevo y lo consultaré.',
  },
  de: {
    which: 'Ich möchte Sie richtig verstehen: Worum geht es?',
    person: 'Mit einem Menschen sprechen',
    askForPerson: 'Ich möchte mit einem Menschen sprechen',
    ask: {
      order_number: 'Um welche Bestellung geht es? Nennen Sie mir ihre Nummer; sie steht in der Bestätigungsmail.',
      email: 'Mit welcher E-Mail-Adresse haben Sie bestellt?',
      postcode: 'Wie lautet die Postleitzahl der Lieferadresse?',
      date: 'Um welchen Tag geht es?',
      choice: 'Worum geht es?',
      text: 'Bitte sagen Sie mir etwas mehr dazu.',
    },
    again: 'Das konnte ich in Ihrer Nachricht nicht finden.',
    notConfirmed: 'Mit diesen Angaben finde ich nichts. Bitte prüfen Sie sie und schicken Sie mir, was zu ändern ist.',
    signIn: 'Bitte melden Sie sich zuerst auf dieser Website an; fragen Sie mich dann noch einmal, und ich sehe nach.',
  },
  fr: {
    which: 'Je veux bien vous comprendre : de quoi s’agit-il ?',
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
    notConfirmed: 'Je ne trouve rien avec ces données. Vérifiez-les et envoyez-moi ce qu’il faut corriger.',
    signIn: 'Connectez-vous d’abord à votre compte sur ce site, puis reposez-moi la question : je regarderai.',
  },
  ar: {
    which: 'أريد أن أفهمك جيدًا: بأي من هذه المواضيع يتعلق الأمر؟',
    person: 'التحدث إلى شخص',
    askForPerson: 'أريد التحدث إلى شخص',
    ask: {
      order_number: 'بأي طلب يتعلق الأمر؟ أخبرني برقمه؛ ستجده في رسالة التأكيد.',
      email: 'ما عنوان البريد الإلكتروني الذي طلبت به؟',
      postcode: 'ما الرمز البريدي لعنوان التوصيل؟',
      date: 'بأي يوم يتعلق الأمر؟',
      choice: 'بأي من هذه يتعلق الأمر؟',
      text: 'أخبرني بالمزيد من فضلك.',
    },
    again: 'لم أجد ذلك في رسالتك.',
    notConfirmed: 'لا أجد شيئًا بهذه البيانات. يرجى التحقق منها وإرسال ما يحتاج إلى تصحيح.',
    signIn: 'يرجى تسجيل الدخول إلى حسابك في هذا الموقع أولًا، ثم اسألني مرة أخرى وسأبحث عنه.',
  },
};
