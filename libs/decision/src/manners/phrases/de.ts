import type { PolitePhrases } from './acts.js';

const person =
  '(mensch|menschen|echten menschen|echter mensch|person|echten person|echte person|mitarbeiter|mitarbeiterin|echten mitarbeiter|berater|beraterin|jemand|jemandem|jemanden|jemand echtem|kollegen|kollegin|vorgesetzten|chef|kundenservice|kundendienst|support mitarbeiter|agenten)';

export const de: PolitePhrases = {
  person: [
    `(ich |)(will|mochte|moechte|wurde gern|wurde gerne|muss|kann ich|konnte ich|darf ich|bitte) (bitte |gern |gerne |)(mit |)(einem |einer |einen |eine |ein |ihrem |dem |)${person} (sprechen|reden|chatten|schreiben)`,
    `(mit |)(einem |einer |einen |eine |ein |)${person} (sprechen|reden|bitte)`,
    `(ich |)(will|brauche|mochte) (bitte |)(einem |einer |einen |eine |ein |)${person}`,
    `(verbinden|verbinde) (sie |)(mich |)(bitte |)(mit |)(einem |einer |einen |eine |ein |dem |)${person}`,
    '(einen |ein |echter |)(mensch|mitarbeiter|mitarbeiterin|kundenservice|kundendienst|berater)',
    'keinen (bot|roboter|computer)',
  ],
  identity: [
    '(bist du|sind sie|bist du etwa|ist das|ist das hier) (ein |eine |)(bot|roboter|chatbot|mensch|computer|maschine|ki|echter mensch|echt|person|echte person)',
    '(oder) (ein |eine |)(bot|roboter|mensch|computer|maschine|ki|echter mensch|echte person)',
    '(spreche|schreibe|rede|chatte) ich (hier |gerade |)mit (einem |einer |)(bot|roboter|menschen|computer|maschine|ki|echten menschen|person)',
    '(wer|was) (bist du|sind sie|seid ihr)',
    '(wie heisst du|wie heissen sie|wie ist ihr name)',
    'mit wem (spreche|schreibe|rede|chatte) ich',
  ],
  other: [
    '(etwas anderes|was anderes|etwas anders|anderes thema|ein anderes thema|andere frage|eine andere frage|um etwas anderes|es geht um etwas anderes)',
    '(keins|keines|keine|keiner|keins davon|keines davon|keine davon|keins von beiden|keines von beiden|nichts davon|weder noch)',
  ],
  general: [
    '(ich |)(brauche|benotige|mochte|brauch) (ihre |mal |bitte |)hilfe',
    '(konnen sie|kannst du|konnten sie|konntest du) mir (bitte |mal |)helfen',
    '(hilfe|hilfe bitte|bitte hilfe|helfen sie mir|hilf mir)',
    '(ich |)(habe|hab|hatte|hatte da) (da |mal |noch |)(eine |ein |)(kurze |andere |)(frage|fragen|problem|probleme|anliegen|bitte)',
    'es gibt ein problem',
    '(zu|mit|wegen|bezuglich|uber) (meiner|meinem|einer|einem|der|dem) (bestellung|konto|lieferung|produkt|artikel|paket|kauf|sendung)',
    '(darf|kann|konnte) ich (sie |dich |)(etwas|was|eine frage) (fragen|stellen)',
    '(eine |kurze |)frage',
    '(meine |)bestellung',
  ],
  noMore: [
    'nein (danke|vielen dank)',
    '(das wars|das war es|das war alles|das ist alles|mehr nicht|nichts weiter|nichts mehr|sonst nichts|alles gut|passt so|hat sich erledigt|erledigt|schon erledigt|hat sich geklart|hat sich schon erledigt|vergiss es|vergessen sie es|schon gut|egal)',
    'nein (das wars|das war es|das war alles|das ist alles|nichts|alles gut)',
  ],
  goodbye: [
    '(tschuss|tschuess|tschau|ciao|auf wiedersehen|wiedersehen|bis bald|bis dann|bis spater|bis zum nachsten mal|machs gut|servus|ade|gute nacht|bis morgen|auf wiederhoren)',
    '(einen |ein )(schonen|guten|schones|angenehmen) (tag|abend|wochenende|nachmittag|feierabend)( noch|)',
    '(schonen|schones|angenehmen) (tag|abend|wochenende|nachmittag|feierabend)( noch|)',
    '(noch )(einen |ein |)(schonen|guten|schones) (tag|abend|wochenende)',
    '(mit |)(freundlichen|liebe|lieben|viele|beste) (grussen|grusse|gruss)',
  ],
  waiting: [
    '(einen |)(moment|augenblick|momentchen|moment mal|moment bitte|kleinen moment|moment kurz|sekunde|eine sekunde|minute|eine minute)',
    '(warten sie|warte|warte mal|ich schau mal|ich schaue nach|ich sehe nach|ich schau nach|ich suche sie|ich suche|muss kurz schauen|ich muss kurz nachsehen|bin gleich wieder da|gleich)',
  ],
  thanks: [
    '(danke|dankeschon|danke schon|danke sehr|vielen dank|herzlichen dank|besten dank|tausend dank|vielen lieben dank|danke dir|danke ihnen|ich danke|ich danke ihnen|merci|dank dir|lieben dank|danke danke|vergelts gott)',
    '(das |sie |du |)(war|ist|hat|haben|hast) (sehr |mir sehr |mir |)(hilfreich|nett|geholfen|lieb|super|toll)',
    '(sehr |)(nett|hilfreich|freundlich)( von ihnen| von dir|)',
    '(gute|tolle|super) (arbeit|hilfe|beratung)',
    'guter (job|service)',
  ],
  greeting: [
    '(hallo|hallochen|guten tag|tag|guten morgen|morgen|guten abend|n abend|moin|moin moin|gruss gott|gruezi|gruss dich|servus|hi|hey|hallo zusammen|liebes team|guten tag zusammen|wie gehts|wie geht es ihnen|wie geht es dir|wie geht es|na|frohe weihnachten|frohes neues jahr|hallo nochmal)',
    '(ist da jemand|jemand da|ist jemand da|sind sie da|bist du da)',
  ],
  no: ['(nein|ne|noe|no|eher nicht|nicht wirklich)'],
  unhappy: ['(schade|oh nein|o je|oje|ach je|mist|so ein mist|wie schade|argerlich|oh mann)'],
  acknowledgement: [
    '(ok|okay|in ordnung|alles klar|gut|sehr gut|prima|super|toll|klasse|perfekt|passt|passt schon|verstehe|verstanden|ich verstehe|ja|jo|jep|genau|stimmt|richtig|klar|na klar|einverstanden|wunderbar|ausgezeichnet|spitze|ach so|achso|aha|ah ok|gerne|gern|geht klar|geht in ordnung|schon|gut zu wissen|das hilft|haha|hihi|mhm|hm|entschuldigung|sorry|tut mir leid|fein|na gut|also gut|okidoki)',
  ],
  filler: [
    '(bitte|sehr|so|ihnen|dir|euch|noch|mal|nochmal|wieder|dann|und|also|zusammen|team|herr|frau|auch|ebenfalls|gleichfalls|jetzt|sofort|nur|heute|doch|einfach|trotzdem|ganz)',
    'fur (die|ihre|deine|eure|das|den|all ihre|die schnelle|ihre schnelle|die nette|ihre nette) (hilfe|antwort|info|auskunft|muhe|unterstutzung|geduld|zeit|information|ruckmeldung)',
    'fur (alles|nichts|das)',
    'wunsche ich',
    'wunsch ich',
  ],
};
