import type { PolitePhrases } from './acts.js';

const person =
  '(personne|vraie personne|humain|etre humain|vrai humain|agent|conseiller|conseillere|operateur|operatrice|quelquun|quelqu un|responsable|employe|representant|personne reelle|agent humain|conseiller humain)';

export const fr: PolitePhrases = {
  person: [
    `(je |)(veux|voudrais|souhaite|souhaiterais|aimerais|prefere|puis je|peux je|pourrais je|je peux|est ce que je peux|laissez moi|) (parler|discuter|echanger) (a|avec) (une |un |le |la |)${person}`,
    `(je |)(veux|voudrais|ai besoin de|ai besoin dune|ai besoin dun) (une |un |)${person}`,
    `(passez moi|passez|mettez moi en relation avec|transferez moi a) (une |un |)${person}`,
    '(une |un |)(personne|humain|agent|conseiller|vraie personne|service client)',
    'pas (un |une |)(robot|bot|machine)',
  ],
  identity: [
    '(etes vous|es tu|tu es|vous etes|cest|est ce) (un |une |)(robot|bot|chatbot|humain|personne|machine|ia|vraie personne|vrai humain|ordinateur)',
    'ou (un |une |)(robot|bot|humain|personne|machine|ia|vraie personne)',
    '(je parle|est ce que je parle|suis je en train de parler) (a|avec) (un |une |)(robot|bot|humain|personne|machine|vraie personne)',
    '(qui|qui donc) (etes vous|es tu|tu es|vous etes)',
    '(vous etes qui|tu es qui|tes qui|a qui je parle|a qui ai je affaire|comment vous appelez vous|comment tu tappelles)',
    '(quel est votre nom)',
  ],
  other: [
    '(autre chose|quelque chose dautre|autre sujet|un autre sujet|une autre question|autre question|autre)',
    '(aucun|aucune|aucun des deux|aucune des deux|aucun de ceux ci|aucune de ces reponses|rien de tout cela|rien de tout ca|ni lun ni lautre)',
    '(cest|il sagit dautre chose|cest pour) (autre chose)',
  ],
  general: [
    '(jai |jaurais |) besoin (de votre |dune |d|)aide',
    '(pouvez vous|peux tu|pourriez vous|est ce que vous pouvez) m(aider)',
    '(aide|aidez moi|aide moi|a laide|besoin daide|jai besoin daide|jai besoin de votre aide)',
    '(jai |jaurais |j ai |)(une |un |encore une |)(petite |autre |)(question|questions|probleme|problemes|souci|demande|interrogation)',
    '(il y a|jai) un (probleme|souci)',
    '(avec|sur|concernant|a propos de|au sujet de|pour) (ma|mon|une|un|la|le|votre) (commande|achat|compte|livraison|produit|article|colis)',
    '(puis je|je peux|je voudrais|est ce que je peux) (vous |)(poser une question|demander quelque chose)',
    '(ma |)commande',
  ],
  noMore: [
    'non merci',
    'non (cest tout|ca ira|rien|rien dautre|cest bon)',
    '(cest tout|ce sera tout|rien dautre|ca ira|cest bon|tout va bien|rien de plus|plus rien|cest regle|cest resolu|probleme resolu|laissez tomber|laisse tomber|tant pis|peu importe)',
  ],
  goodbye: [
    '(au revoir|aurevoir|a bientot|a plus|a plus tard|a la prochaine|a demain|adieu|ciao|bonne nuit|salutations)',
    '(bonne|bon) (journee|soiree|apres midi|week end|weekend|fin de journee|continuation)( a vous|)',
    '(cordialement|bien cordialement|bien a vous)',
  ],
  waiting: [
    '(un |)(instant|moment|petit instant|petit moment|instant svp)',
    '(une |)(seconde|minute)',
    '(attendez|attends|patientez|je regarde|je cherche|je vais voir|je vais regarder|je reviens|deux minutes|laissez moi regarder)',
  ],
  thanks: [
    '(merci|merci beaucoup|merci bien|mille mercis|un grand merci|grand merci|merci infiniment|mrc|merci a vous|merci a toi|je vous remercie|je te remercie|cest gentil|cest tres gentil|tres gentil|cest sympa|tres aimable|vous etes bien aimable)',
    '(cest |cetait |vous etes |)(tres |)(utile|efficace)',
    '(bon|excellent|super) (travail|service)',
    '(ca|cela) (maide|ma aide|ma beaucoup aide)',
  ],
  greeting: [
    '(bonjour|bonsoir|salut|coucou|hello|bjr|bsr|slt|rebonjour|re bonjour|enchante|enchantee|comment allez vous|comment ca va|ca va|comment vas tu|bonjour a vous|bonjour a tous|joyeux noel|bonne annee|joyeuses fetes)',
    '(il y a quelquun|ya quelquun|quelquun est la|vous etes la|tu es la)',
  ],
  no: ['(non|nan|pas vraiment)'],
  unhappy: ['(dommage|oh non|zut|mince|helas|quel dommage|cest dommage|oh la la|pfff|pf|tristesse)'],
  acknowledgement: [
    '(ok|daccord|dac|tres bien|parfait|super|genial|bien|entendu|compris|je comprends|je vois|oui|ouais|ouep|exact|exactement|voila|ca marche|bien sur|nickel|top|impeccable|excellent|cool|formidable|ah ok|ah daccord|ah bon|bon|bonne idee|cest note|note|haha|mdr|hm|hein|desole|desolee|pardon|excusez moi|avec plaisir|cest parfait|bien recu)',
  ],
  filler: [
    '(svp|stp|s il vous plait|sil vous plait|sil te plait|beaucoup|bien|a vous|a toi|aussi|encore|alors|et|donc|madame|monsieur|equipe|lequipe|a tous|vous|tres|maintenant|tout de suite|de meme|egalement|aujourdhui|quand meme|reel|immediatement)',
    'pour (votre|ton|la|cette|toute votre|vos|ces|les) (aide|reponse|reponses|rapidite|reponse rapide|information|informations|patience|gentillesse|attention|infos|accueil)',
    'pour (tout|linformation|linfo|laide|rien|ca|cela)',
    'de (votre|ton) (aide|reponse|rapidite)',
    'de mavoir (aide|aidee|repondu)',
  ],
};
