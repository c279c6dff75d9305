import type { PolitePhrases } from './acts.js';

const person =
  '(persona|persona real|persona de verdad|humano|ser humano|agente|agente humano|asesor|asesora|operador|operadora|representante|alguien|alguien real|responsable|encargado|encargada|empleado|empleada)';

export const es: PolitePhrases = {
  person: [
    `(quiero|quisiera|necesito|prefiero|me gustaria|deseo|puedo|podria|dejame|dejeme|) (hablar|chatear) con (una |un |el |la |)${person}`,
    `(paseme|paseme con|comuniqueme con|pongame con|pasame con) (una |un |)${person}`,
    `(quiero|necesito|prefiero|quisiera) (a |)(una |un |)(persona|humano|agente|operador|persona real)`,
    '(una |un |)(persona|humano|agente|operador|asesor|persona real|agente humano|atencion al cliente)',
    'no (un |una |)(robot|bot|maquina)',
  ],
  identity: [
    '(eres|es usted|sos|es|eres tu) (un |una |)(robot|bot|chatbot|humano|persona|maquina|ia|persona real|humana)',
    '(estoy|hablo) (hablando |)con (un |una |)(robot|bot|persona|humano|maquina|persona real|ia)',
    'o (un |una |)(robot|bot|persona|humano|maquina|persona real)',
    '(quien|que) (eres|es usted|sos)',
    '(con quien|con quien estoy) (hablo|hablando)',
    '(como te llamas|como se llama|cual es tu nombre)',
  ],
  other: [
    '(otra cosa|algo distinto|algo diferente|otro tema|otra pregunta|otra consulta|otro asunto)',
    '(ninguno|ninguna|ninguna de estas|ninguno de estos|ninguna de esas|ninguno de esos|ninguna de las anteriores|ninguno de los dos|ninguna de las dos|nada de eso)',
    '(es|se trata de) (otra cosa|algo distinto|otro tema)',
  ],
  general: [
    '(necesito|quiero|quisiera) (su |tu |)ayuda',
    '(me |)(puede|puedes|podria|podrias|pueden) ayudar(me|)',
    '(me ayuda|me ayudas|ayuda|ayudame|ayudeme|ayuda por favor)',
    '(tengo|hay) (un |una |otra |otro |algun |alguna |)(pregunta|duda|problema|consulta|inconveniente|incidencia)',
    '(con|sobre|de|acerca de|respecto a) (mi|un|el|la|una) (pedido|compra|cuenta|envio|producto|articulo|paquete)',
    '(quiero|quisiera|puedo) (hacer una pregunta|hacer una consulta|preguntar algo|preguntarle algo|preguntar una cosa)',
    '(una |)(pregunta|consulta)',
    '(mi |)pedido',
  ],
  noMore: [
    'no( muchas|) gracias',
    '(eso es todo|es todo|nada mas|ya esta|ya esta todo|con eso es suficiente|eso seria todo|seria todo|todo bien|estoy bien|ya no)',
    'no (eso es todo|nada mas)',
    '(ya |)(esta |)(solucionado|resuelto|arreglado)',
    '(no importa|dejalo|dejelo|olvidalo|olvidelo)',
  ],
  goodbye: [
    '(adios|hasta luego|hasta pronto|hasta manana|hasta la vista|hasta otra|nos vemos|chao|chau|ciao|buenas noches)',
    '(que tenga|que tengas|que tengan|que pase|tenga|feliz) (un |una |)(buen |buena |lindo |bonito |feliz |)(dia|tarde|noche|fin de semana|semana)',
    '(cuidese|cuidate)',
  ],
  waiting: [
    '(un |)(momento|momentito|segundo|minuto|momento por favor)',
    '(espere|espera|espereme|dame un momento|deme un momento|dame un segundo|deme un segundo|un segundito|ahora vuelvo|voy a mirar|voy a buscarlo|dejame ver|dejeme ver|lo busco|a ver)',
  ],
  thanks: [
    '(gracias|muchas gracias|muchisimas gracias|mil gracias|grax|graciass|se agradece|muy agradecido|muy agradecida|le agradezco|te lo agradezco|se lo agradezco|muy amable|que amable|es usted muy amable|eres muy amable)',
    '(me ha|me has|me) (ayudado|servido|sirve|ayudo|fue de ayuda)( mucho|)',
    '(buen|excelente|gran) (trabajo|servicio|ayuda|atencion)',
    'muy util',
  ],
  greeting: [
    '(hola|holi|holaa|buenas|buenos dias|buen dia|buenas tardes|saludos|que tal|como estas|como esta|como esta usted|como va|muy buenas|hola que tal|feliz navidad|feliz ano nuevo|hola de nuevo)',
    '(hay alguien|hay alguien ahi|alguien ahi|estas ahi|esta ahi)',
    'encantad(o|a)',
  ],
  no: ['(no|nop|no realmente)'],
  unhappy: ['(que pena|que lastima|vaya|oh no|ay no|uf|uff|que triste|que mal)'],
  acknowledgement: [
    '(ok|vale|de acuerdo|perfecto|genial|bien|muy bien|esta bien|entendido|entiendo|claro|bueno|estupendo|excelente|listo|si|sip|correcto|exacto|comprendo|comprendido|fenomenal|guay|que bien|dale|por supuesto|ya veo|ah ok|ah vale|jaja|jajaja|jeje|fantastico|maravilloso|lo siento|perdon|disculpe|tiene sentido)',
  ],
  filler: [
    '(por favor|porfa|porfavor|a ti|a usted|a todos|a vosotros|a ustedes|equipo|senor|senora|amigo|amiga|tambien|igualmente|pues|entonces|y|ahora|mucho|otra vez|de nuevo|ya|muy|hoy|de verdad|todo|de inmediato|ahora mismo|real)',
    'por (la|su|tu|toda su|toda la|toda tu|vuestra) (ayuda|respuesta|informacion|atencion|rapidez|paciencia|amabilidad|respuesta rapida|rapida respuesta)',
    'por (todo|responder|contestar|ayudarme|nada|responder tan rapido)',
  ],
};
