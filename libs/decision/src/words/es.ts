import type { Words } from './words.js';

export const es: Words = {
  which: 'Quiero entenderle bien: ¿de cuál de estos temas se trata?',
  isItThis: 'Quiero entenderle bien: ¿se trata de esto?',
  ofTheRest: {
    which: 'Y el resto de su mensaje: ¿de cuál de estos temas se trata?',
    isItThis: 'Y el resto de su mensaje: ¿se trata de esto?',
  },
  takenFor: (title) => `Entiendo que se trata de «${title}». Si no es así, dígamelo con otras palabras.`,
  aboutWhat: 'Me gustaría ayudarle. ¿Se trata de alguno de estos temas?',
  openQuestion: '¿De qué se trata? Cuéntemelo en pocas palabras, por favor.',
  stillOpen: 'Eso es lo que sé al respecto. ¿Qué le queda por resolver?',
  ifNotAnswered: 'Si eso no responde a su pregunta, ¿qué le queda por resolver?',
  somethingElse: 'Otra cosa',
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
  notAtHand: 'No pasa nada; si no lo encuentra, una persona de nuestro equipo puede buscarlo.',
  notConfirmed: [
    'No encuentro nada con estos datos. Compruébelos, por favor, y envíeme lo que haya que corregir.',
    'Con estos datos tampoco encuentro nada. Compárelos una vez más con el correo de confirmación, por favor.',
  ],
  signIn: [
    'Inicie sesión primero en su cuenta en esta web; después pregúnteme de nuevo y lo consultaré.',
    'Todavía no veo que haya iniciado sesión. En cuanto lo haga, podré consultarlo.',
  ],
  smallTalk: {
    greeting: ['¡Hola! ¿En qué puedo ayudarle?', '¡Hola de nuevo! ¿De qué se trata?'],
    thanks: ['¡De nada!', 'Con mucho gusto. ¿Puedo ayudarle en algo más?'],
    goodbye: ['Gracias por escribirnos. ¡Que tenga un buen día!', '¡Hasta pronto y que le vaya muy bien!'],
    acknowledgement: ['Muy bien. Si surge algo más, escríbame.', 'De acuerdo. Aquí estoy si necesita algo.'],
    waiting: ['Tómese su tiempo; aquí estoy.', 'No hay ninguna prisa.'],
    unhappy: [
      'Siento que algo no esté como debería. ¿Qué ha ocurrido?',
      'Lo siento. Cuénteme en pocas palabras qué ocurre y veré qué puedo hacer.',
    ],
    identity: [
      'Soy el asistente automático de esta tienda, no una persona. Respondo a lo que sé; para todo lo demás, dígame que quiere hablar con una persona.',
      'Soy un programa informático: el asistente automático de la tienda. Si prefiere una persona, dígamelo y la aviso.',
    ],
  },
  brief: ['Aquí estoy si me necesita.', 'Escríbame cuando necesite algo.'],
  choose: [
    'Elija una de estas opciones, por favor, o cuéntemelo con sus palabras.',
    'Cuando quiera: elija una de estas opciones o escriba de qué se trata.',
  ],
  sensitive: {
    danger:
      'Su seguridad es lo primero. Deje de usar el producto, por favor, y mantenga a todos alejados de él. Aviso ahora mismo a una persona de nuestro equipo, que continúa aquí.',
    selfHarm:
      'Siento mucho que esté pasando por esto. Usted importa y no tiene que afrontarlo a solas. Alguien de nuestro equipo lo leerá lo antes posible.',
    responsible: 'Gracias por decírnoslo. Lo paso a la persona responsable de nuestro equipo, que continúa aquí.',
    fraud:
      'Gracias por avisarnos enseguida. Lo paso ahora mismo a una persona de nuestro equipo. Si una tarjeta puede estar en malas manos, su banco puede bloquearla a cualquier hora.',
    calm: 'Entiendo que esto es importante para usted. Una persona de nuestro equipo lee lo que ha escrito y continúa aquí.',
    own: 'De esto se ocupa personalmente alguien de nuestro equipo; se lo paso ahora mismo.',
  },
  emergency: (number) =>
    number === null
      ? 'Si hay alguien herido o en peligro, llame ahora a los servicios de emergencia.'
      : `Si hay alguien herido o en peligro, llame ahora al ${number}.`,
  handOver: {
    upset: 'Siento que haya ido mal. Una persona de nuestro equipo continúa ahora y ve todo lo que hemos escrito.',
    contradicted: 'Lo siento: lo que encuentro no encaja con lo que me cuenta. Alguien de nuestro equipo lo comprueba.',
    failed: 'Siento no haber podido ayudarle. Una persona de nuestro equipo continúa ahora y ve lo que hemos escrito.',
    unsure:
      'No estoy lo bastante seguro para responder a eso; alguien de nuestro equipo ve la conversación y continúa.',
    notAutomated: 'De eso se ocupa una persona de nuestro equipo, que ve la conversación y continúa aquí.',
    unavailable: 'Lo siento, ahora no puedo consultarlo; alguien de nuestro equipo ve la conversación y continúa.',
    otherLanguage: 'Todavía no puedo responder en su idioma; alguien de nuestro equipo ve la conversación y continúa.',
  },
  passedOn: (what) => `Paso lo siguiente: ${what}.`,
  order: (number) => `pedido ${number}`,
  answeredSome: (answered, rest) =>
    `He respondido a ${answered}; para ${rest} aviso a una persona de nuestro equipo, que ve la conversación.`,
  restOfMessage: 'el resto de su mensaje',
  quoted: (title) => `«${title}»`,
  inShopLanguage: 'Tengo esta respuesta solo en el idioma de la tienda:',
  personComing:
    'Una persona de nuestro equipo está en camino. ¿De qué se trata? Si me lo cuenta ya, podrá empezar enseguida.',
};
