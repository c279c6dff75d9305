import type { Phrases } from '../grammar.js';

/** `notHelped`: the last answer was none for its reader, who has done so, said so or asked something else. `untrue`: it is not so. */
export const notHelped: Phrases<'notHelped' | 'untrue'>[] = [
  {
    notHelped: [
      '(i |ive |we |weve |i have |we have |)(already |just |)(tried|did|done) (that|this|it|all that|all of that|all this|both|everything)',
      '(i |ive |i have |)(already|just) (said|told you|told u|explained|asked|wrote|answered) (that|this|it|so)',
      '(i |)(just |already )told (you|u)',
      '(thats|that is|this is|its|it is|thats really|that was) not (what i|my) (asked|asked for|asked about|said|meant|mean|question|wanted)',
      '(not|wasnt|isnt) (what i|my) (asked|asked for|meant|question)',
      '(you|u|youve) (already |just |)(said|told me|sent me|wrote) (that|this|the same|the same thing)',
      '(i |ive |)(already |)read (that|it|this) (already|before)',
      '(that|this|it) (doesnt|does not|didnt|did not|hasnt) (help|helped|work|worked|change anything|answer my question|answer that)',
      '(the |)same (answer|thing|text|reply) (again|as before)',
      '(still|again) (says|say|said|saying) (invalid|no|the same|it is invalid|its invalid|not valid|error|an error)',
      'still (not working|doesnt work|wont work|isnt working|the same|invalid)',
      'nothing (happens|happened|is happening|changed|comes up|came up|shows up|loads)',
      'as (i said|i told you|ive said)',
      '(i |ive |i have |)(already |)(written|wrote|emailed|called|rung|phoned|contacted you) (twice|three times|before|already)',
    ],
    untrue: [
      '(that|this|it) (cant|cannot|can not) be (right|true|correct)',
      '(thats|that is|this is) (not (right|true|correct)|wrong|incorrect|untrue)',
      '(that|this) isnt (right|true|correct)',
    ],
  },
  {
    notHelped: [
      '(ya |)lo (he |)(intentado|probe|hice|hecho|dije)',
      'ya (lo he (hecho|intentado|dicho)|lo (hice|intente|dije)|he (hecho|intentado|probado) eso)',
      '(eso |)no es lo que (pregunte|he preguntado|dije|queria)',
      '(sigue|todavia) (sin funcionar|igual|no funciona)',
      'eso (no me ayuda|no ayuda|no funciona|no sirve|ya lo se)',
    ],
    untrue: ['(eso |)no (es|puede ser) (verdad|cierto|correcto)', 'eso no puede ser'],
  },
  {
    notHelped: [
      '(das |)(hab|habe) ich (schon|bereits|doch|alles schon|schon alles) (gemacht|versucht|probiert|gesagt|geschrieben)',
      '(schon|bereits) (gemacht|versucht|probiert|gesagt)',
      '(das |)(habe|hab) ich nicht (gefragt|gemeint)',
      '(das |)(war|ist) nicht meine frage',
      '(geht|funktioniert|klappt) (immer noch|noch immer|trotzdem) nicht',
      'das (hilft|nutzt|bringt) (mir |)(nicht|nichts)',
    ],
    untrue: [
      'das (kann nicht|kann doch nicht) (sein|stimmen)',
      'das stimmt (so |)nicht',
      'das ist (falsch|nicht wahr|nicht richtig)',
    ],
  },
  {
    notHelped: [
      '(je lai|jai) deja (fait|essaye|dit|tente|fait ca|essaye ca|dit ca)',
      'ce nest pas (ce que jai demande|ma question|ce que je demande|ce que je voulais)',
      'ca ne (maide pas|marche (toujours |)pas|fonctionne (toujours |)pas|repond pas a ma question)',
      '(toujours|encore) (pareil|la meme chose|la meme reponse|invalide)',
    ],
    untrue: ['ce nest pas (vrai|possible|juste|exact)', 'cest (faux|impossible|inexact)'],
  },
  {
    notHelped: [
      '(جربت|فعلت|عملت|سويت) (ذلك|هذا|كده)',
      '(لقد |)(جربت ذلك|فعلت ذلك) (بالفعل|من قبل)',
      '(هذا |)ليس ما (سالت عنه|سالت|اقصد|طلبت)',
      '(قلت|اخبرتك) (لك |)(ذلك|هذا|من قبل)',
      '(ما زال|لا يزال|مازال) لا يعمل',
    ],
    untrue: ['(هذا |)(غير صحيح|ليس صحيحا|خطا)', 'لا يمكن ان يكون (هذا |)صحيحا'],
  },
];
