/** What follows such words is seldom content, in five languages: "got it, but it's blank", "all good except the lid". */
const goesOn =
  /\?|؟|(?<!\p{L})(?:meant|mean|but|except|however|still|though|although|yet|only|instead|rather|please|pls|wrong|broken|missing|decir|refería|pero|salvo|solo|sólo|todavía|por favor|falta|meinte|meine|aber|außer|nur|stattdessen|trotzdem|immer noch|bitte|fehlt|kaputt|parlais|voulais|mais|sauf|seulement|plutôt|toujours|encore|svp|manque|لكن|ولكن|إلا|فقط|ما زال)(?!\p{L})/iu;

/** "Perfect. And the towels", "ta. n if there's some left". */
const adds = /(?:^|[.!,;]\s*)(?:and|n|'n) (?:the|my|a|an|for|if|when|what|how)(?!\p{L})/iu;

/** "Aw ok. have you the mug in then": a question without its mark. */
const asks =
  /(?:^|[.!,;:]\s*|(?<!\p{L})(?:ok|okay|and|so|right|well|then|now|oh|ah)\s+)(?:(?:have|has|do|does|did|can|could|is|are|will|would) (?:i|you|u|ye|yous?|ya|he|she|it|we|they|the|there|that|this|those|my|your|any|whatever|anyone|anything)|any (?:way|chance)|when|where|how|what|which|who|why)(?!\p{L})/iu;

/** "So half an hour is it": the verb stands at its end. */
const asksAtEnd = /(?:^|[.!,;:]\s*)so (?:\S+ ){1,8}?(?:is it|are they|yeah|yeh|right)[.!]*$/iu;

/** "So its ok to just try again": what was understood is held up for a yes. */
const asksWhetherSo =
  /(?:^|[.!,;:]\s*)(?:ok |okay |right |oh |ah )?so (?:i|we|you|u|its|it['’]?s|that['’]?s) (?:(?:ok|okay|fine|safe|alright) to|just|can|could|have to|need|don['’]?t|should|must|get|pay|wait|send)(?!\p{L})/iu;

/** "And I take it the dryer is out of the question", "and then the bank sits on it I suppose": what is taken for granted is held up for a yes, too. */
const presumes =
  /(?<!\p{L})(?:i (?:take it|assume|presume|gather)|assuming|guess what)(?!\p{L})|^(?:and|so) .+ i (?:suppose|guess)[.!]*$/iu;

/** "I've not got a printer, mind": an objection. */
const objects = /(?<!\p{L})mind(?: you)?[.!]*$/iu;

/** "The return, you know, I asked yesterday". */
const toldBefore = /(?<!\p{L})(?:i|we) (?:asked|wrote|rang|phoned|called|e-?mailed|messaged)(?!\p{L})/iu;

/** A denial, a wish, news or a number: "nope, not in junk either", "oops, that one's my sister's. mine is 1040". */
const tells =
  /\p{N}|(?<!\p{L})(?:ago|actually|btw|by the way|another one|i['’]?m after|it says|wants?|wanted|needs?|(?:it['’]?s|its) been|(?:two|three|four|five|six|seven|eight|nine|ten) (?:of|hours|days|weeks|months)|no|not|nope|nah|nothing|never|none|same (?:thing|again|question|for)|\p{L}+n['’]t|(?:have|do|does|did|is|was|ca|wo)nt)(?!\p{L})/iu;

/** Whether a message that a model takes for contentment tells something, so that only words of thanks would make it that. */
export function tellsSomething(text: string): boolean {
  return tells.test(text);
}

/** Whether a message asks something: with a question mark, or, in English, by its words. */
export function asksIn(text: string): boolean {
  return (
    /[?؟]/u.test(text) || asks.test(text) || asksAtEnd.test(text) || asksWhetherSo.test(text) || presumes.test(text)
  );
}

/** Whether a message that sounds content goes on with what is not right yet, or with a question. */
export function saysMore(text: string): boolean {
  return goesOn.test(text) || adds.test(text) || toldBefore.test(text) || objects.test(text) || asksIn(text);
}
