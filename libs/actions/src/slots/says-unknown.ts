import { plain } from './plain.js';

const what =
  '(?:it|that|this|them|one|any|anything|(?:the|my|an?|any|that) (?:order |confirmation )?(?:number|no|e-?mail|mail|code|confirmation|details?|reference|receipt|invoice)|(?:order )?number|(?:the|my) order (?:number|no)|which (?:one|number|e-?mail)|what (?:it|that|number)|the (?:number|date|postcode))';
const ends =
  '(?: (?:is|was|any ?more|any ?longer|here|now|yet|handy|with me|at hand|on me|sorry|tbh|honestly|right now|at the moment|either))*\\s*(?:[.,!;…-]|$|(?:sorry|but|because|since|and|so)\\b)';
const before = '(?<![\\p{L}\\p{N}])';

/** That what the bot asks for is not at hand, or not given, in English, Spanish, German, French and Arabic. */
const shapes = [
  `${before}(?:no (?:idea|clue)|not a clue|dunno|idk|beats me|none of (?:them|those))(?!\\p{L})(?! (?:where|when|why|how))`,
  `${before}(?:i )?(?:do ?n['o]?t|do not|can'?t|can ?not|could ?n['o]?t|did ?n'?t|have ?n'?t|never|no longer|have not)(?: (?:really|even|actually|currently|ever))* (?:have|got|get|had|know|remember|recall|find|see|keep|kept|received?|locate)(?: ${what})?${ends}`,
  `${before}(?:i )?(?:have|got|there(?:'s| is| was)) no (?:such |order )?(?:number|order number|e-?mail|confirmation|reference|idea|clue)(?! (?:where|when|why|how))`,
  `${before}(?:lost|deleted|threw away|binned|forgot(?:ten)?|misplaced)(?: (?:it|that|(?:the|my|that) (?:order |confirmation )?(?:e-?mail|mail|number|confirmation|receipt|paper|slip|note|details?)))${ends}`,
  `${before}(?:forgot|forgotten|not sure|unsure|unknown|none|no number|without (?:a )?number)\\s*(?:what it (?:is|was)|which (?:one|it was))?[\\s.!]*$`,
  `${before}keine? (?:ahnung|idee|nummer|bestellnummer|bestätigung|mail|e-?mail)(?! (?:wo|wann|warum|wie)(?!\\p{L}))|weiß nicht[\\s.!]*$|weiss nicht[\\s.!]*$`,
  `${before}(?:ich )?(?:weiß|weiss|kenne|habe?|finde|sehe)(?: (?:ich|sie|die|das|es|ihn|den|meine|diese|leider|gerade|grad|jetzt|selbst|bestellnummer|nummer|mail|e-?mail|bestätigung))* (?:nicht|keine)(?: (?:mehr|zur hand|hier|da|dabei|auswendig|griffbereit|gefunden|gemerkt))*\\s*(?:[.!]|,(?! (?:wo|wann|warum|wie|ob)(?!\\p{L}))|$)`,
  `${before}(?:mail|e-?mail|nummer|bestätigung|zettel|rechnung)(?: (?:ist|habe|hab|ich|leider))* (?:gelöscht|verloren|weg|vergessen|verlegt)|${before}(?:vergessen|verloren)[\\s.!]*$`,
  `${before}(?:ni idea|no tengo (?:ni )?idea|no (?:lo|la) (?:sé|se|tengo|encuentro|recuerdo)|no (?:sé|se|tengo|recuerdo|encuentro|me acuerdo)(?: (?:el|del|la|ese|mi|ningún|cuál es|cual es)?\\s?(?:número|correo|pedido|de pedido|número de pedido|confirmación|email|mail|dato)?)?(?: de pedido| a mano| ahora)?\\s*(?:[.,!]|$)|(?:perdí|borré|he (?:perdido|borrado)|olvidé) (?:el|la|mi) (?:correo|número|email|mail|confirmación)|se me (?:ha )?olvid(?:ó|ado))`,
  `${before}(?:aucune idée|je (?:ne )?(?:sais|l'ai|le trouve|la trouve|m'en souviens|me souviens|connais)(?: (?:pas|plus))(?: (?:le|la|du|mon|ce|quel))?(?: (?:numéro|mail|e-?mail)(?: de commande)?)?\\s*(?:[.,!]|$)|je n'ai (?:pas|plus) (?:le|de|ce|mon) (?:numéro|mail|e-?mail|confirmation)|je ne l'ai (?:pas|plus)|je n'en ai (?:pas|plus)|j'ai (?:perdu|supprimé|oublié|effacé) (?:le|la|mon|ma) (?:mail|e-?mail|numéro|confirmation)|pas de numéro|je l'ai (?:perdu|oublié)e?)`,
  `${before}(?:لا|ما|لم) ?(?:أعرف|اعرف|أعلم|اعلم|عندي|أملك|املك|أتذكر|اتذكر|أجد|اجد|يوجد لدي|أدري|ادري|بعرف|لقيت)(?: (?:الرقم|رقم الطلب|رقم|البريد|الإيميل|ايميل|ذلك|هو|رقم طلبي))?(?:\\s*(?:[.,!،]|$))|${before}(?:ليس|ليست) (?:لدي|عندي|معي)|معنديش|مش عارف|ما عندي (?:ال)?رقم|(?:فقدت|ضاع|ضيعت|نسيت|حذفت|مسحت) (?:ال)?(?:رقم|بريد|إيميل|ايميل|رسالة)|لا فكرة|نسيته`,
  `${before}(?:i(?:'d| would)? )?(?:(?:rather|prefer|want|like|going|have)(?: to)? not|(?:do ?n[o']?t|do not|wo ?n'?t|will not) (?:want to |wish to )?)(?: to)? ?(?:give|share|tell|say|hand over|disclose)(?!\\p{L})`,
  `${before}(?:das )?(?:möchte|will|sage|verrate) ich (?:ihnen )?(?:nicht|lieber nicht)|${before}prefiero no (?:darlo|decirlo|dar)|${before}je (?:préfère|préfèrerais) ne pas|${before}none of your business`,
].map((shape) => new RegExp(shape, 'iu'));

/** Whether somebody does not give what was asked for: "I don't have it", "no idea", "I'd rather not say". Of use after a question only. */
export function saysUnknown(text: string): boolean {
  const read = plain(text.slice(0, 500)).replace(/[’`´]/g, "'");
  return shapes.some((shape) => shape.test(read));
}
