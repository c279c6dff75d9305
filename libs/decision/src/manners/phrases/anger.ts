import type { Phrases } from '../grammar.js';

/** `strong`: whoever writes so wants no more answers of a program. `mild`: an answer that is sure still helps. */
export type Anger = 'strong' | 'mild';

export const anger: Phrases<Anger>[] = [
  {
    strong: [
      '(disgraceful|outrageous|a disgrace|an absolute joke|disgusting service|appalling|despicable)',
      '(this is|it is|its|thats|you are|youre|what|your service is) a (joke|shambles|farce)',
      '(the |)(worst|most useless|shittiest) (company|shop|store|service|customer service|experience|website|bot|support|chat)',
      '(worst|terrible|horrible|awful|appalling|shocking|dreadful|pathetic|disgusting|crap|shit) (customer |)(service|support|company|experience)',
      '(im|i am|were|we are) (so |really |absolutely |beyond |very |fucking |)(furious|livid|fuming|outraged|enraged|angry|disgusted|fed up|pissed off|pissed|sick of this|sick of you)',
      '(fed up|sick and tired|had enough|ive had enough|had it) (with|of) (you|this|your|the|being|waiting|all)',
      '(useless|stupid|dumb|bloody|fucking|idiotic) (bot|robot|chatbot|machine|assistant|company|shop|people)',
      '(you are|youre|you lot are|you people are|this bot is|your service is) (so |completely |absolutely |all |)(useless|a joke|thieves|liars|crooks|scammers|hopeless|incompetent|pathetic|a waste of time)',
      '(what the|wtf|for) (fuck|hell|fucks|gods)',
      '(wtf|ffs|bullshit|fuck this|fuck you|fuck off|piss off|screw you|damn you|go to hell)',
      '(rip off|ripoff|rip off merchants|you scammers|you thieves|complete scam|total scam|its a scam|this is a scam|what a scam)',
      '(i will |ill |)never (buy|order|shop|purchase|come back|use) (from you |with you |here |)(again|ever again)',
      'never again',
      '(how dare you|absolute shambles|beyond a joke|no more excuses|absolutely pathetic|stop lying|stop ignoring me)',
      '(my patience is at an end|out of patience|lost my patience|run out of patience)',
      '(answer me|sort it out) (now|immediately|today)',
      '(you are |stop |youre |)(wasting my time|waste of time|a waste of my time)',
      'not good enough',
      'do you (even |)(listen|read|understand) (at all|to me|anything|what i write|what i am saying)',
      '(completely|totally|absolutely|utterly) (unacceptable|ridiculous)',
    ],
    mild: [
      '(annoyed|annoying|pathetic|are you kidding me|are you serious|unbelievable service|disappointed|disappointing|frustrated|frustrating|unhappy|upset|cross|irritated|irritating|angry|unimpressed|fed up|poor service|bad service|let down|not happy|not impressed|not pleased|not satisfied|dissatisfied|sick of|tired of waiting|ridiculous|unacceptable|rubbish service)',
      '(third|fourth|fifth|3rd|4th|5th|tenth|hundredth) time (i|ive|im|that i|we|now|asking|writing)',
      '(still|again) no (answer|reply|response)',
      '(that|this|it|which) (does|did|doesnt|didnt) (not |)help',
      '(useless|hopeless|pointless)',
      '(doesnt|didnt|not) (help|helping|helpful)',
    ],
  },
  {
    strong: [
      '(una verguenza|una estafa|desastre total|porqueria|mierda|que asco|tomadura de pelo|es un robo)',
      '(el |la |)(peor|pesimo|pesima) (servicio|empresa|tienda|atencion|experiencia)',
      '(estoy|estamos) (muy |realmente |absolutamente |)(furioso|furiosa|harto|harta|hartos|indignado|indignada|enfadadisimo|cabreado|cabreada|hasta las narices)',
      '(ladrones|sinverguenzas|estafadores|inutiles|incompetentes)',
      'nunca mas (compro|comprare|vuelvo|volvere)',
      '(maldito|estupido|inutil) (bot|robot|servicio)',
      '(joder|no me jodas|a la mierda|vete al infierno|que te den)',
      '(es |esto es |)(totalmente |absolutamente |)(inaceptable|indignante|intolerable|vergonzoso|lamentable)',
    ],
    mild: [
      '(molesto|molesta|decepcionado|decepcionada|enfadado|enfadada|frustrado|frustrada|descontento|descontenta|mal servicio|no me ayuda|no ayuda|no sirve)',
    ],
  },
  {
    strong: [
      '(das ist ein witz|das ist betrug|frechheit|unverschamtheit|unverschamt|sauerei|zumutung|skandal|schweinerei|abzocke|katastrophe|saftladen|unmoglich|nicht zu fassen)',
      '(der |die |das |)(schlechteste|schlimmste|mieseste) (service|laden|shop|firma|kundenservice|erfahrung)',
      '(ich bin|wir sind|bin) (so |sehr |echt |richtig |stink|)(wutend|stocksauer|stinksauer|sauer|emport|ausser mir|bedient)',
      '(ich habe |habe |)(die nase|die schnauze) voll',
      '(betruger|abzocker|idioten|verarschen|verarscht|verarsche|scheissladen|scheiss bot|scheiss laden|so ein scheiss|drecksladen|saftladen)',
      '(nie|niemals) wieder (bestelle|kaufe|bei euch|bei ihnen)',
      'nie wieder',
      '(dummer|bloder|nutzloser|unfahiger|scheiss) (bot|roboter|computer|laden)',
      '(mir reichts|mir reicht es|jetzt reichts|jetzt reicht es|es reicht)',
      '(das ist |)(vollig |absolut |)(inakzeptabel|indiskutabel)',
    ],
    mild: [
      '(enttauscht|verargert|argerlich|genervt|nervt|unzufrieden|frustriert|sauer|hilft nicht|hilft mir nicht|schlechter service)',
    ],
  },
  {
    strong: [
      '(une honte|un scandale|scandaleux|honteux|une arnaque|foutage de gueule|cest du vol|inadmissible|inacceptable|lamentable|intolerable)',
      '(le |la |)(pire|plus mauvais) (service|magasin|entreprise|experience|boutique|site)',
      '(je suis|nous sommes) (tres |vraiment |absolument |)(furieux|furieuse|en colere|hors de moi|revolte|revoltee|ecoeure|ecoeuree|excede|excedee)',
      '(jen ai|on en a|nous en avons) (marre|assez|ras le bol|plein le dos)',
      '(voleurs|escrocs|incompetents|arnaqueurs|bande dincapables|bande descrocs)',
      '(plus jamais|jamais plus)',
      '(stupide|maudit|putain de) (bot|robot|machine)',
      '(merde|putain|allez au diable|ras le bol|va te faire)',
    ],
    mild: [
      '(decu|decue|mecontent|mecontente|fache|fachee|agace|agacee|enerve|enervee|frustre|frustree|mauvais service|ca naide pas|ne maide pas)',
    ],
  },
  {
    strong: [
      '(هذا عار|فضيحه|مهزله|هذا نصب|هذا احتيال|هذه سرقه|غير مقبول|قمه الاستهتار)',
      '(اسوا|اسوء) (خدمه|متجر|شركه|تجربه|موقع)',
      '(انا |)(غاضب جدا|غاضبه جدا|غضبان جدا|مستاء جدا|مستاءه جدا|طفح الكيل|زهقت|قرفت)',
      '(نصابين|حراميه|لصوص|محتالين|كذابين|نصابون|محتالون)',
      '(لن اشتري|لن اطلب|ما راح اشتري) (منكم |)(مره اخري|ابدا)',
      '(بوت|روبوت) (غبي|فاشل)',
    ],
    mild: ['(منزعج|منزعجه|محبط|محبطه|غاضب|غاضبه|مستاء|مستاءه|خاب املي|خدمه سيئه|غير راض|غير راضي|لا يساعد)'],
  },
];
