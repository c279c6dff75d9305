import type { SensitiveTopic } from '#contracts';

export type Danger = Extract<
  SensitiveTopic,
  'injury' | 'poisoning' | 'fire' | 'electric_shock' | 'child_safety' | 'self_harm' | 'threat'
>;

/**
 * English words without which a text is hardly on a topic, and which mean little by themselves: "my leg", "it gets hot". Where one of them
 * stands, the model is believed sooner.
 */
export const dangerHints: Record<Danger, string> = {
  injury:
    'hurt*|injur*|cut*|burn*|bleed*|blood*|bruis*|broke*|fractur*|hospital*|doctor*|nurse|pain*|wound*|scar*|swell*|swollen|fell|fall*|slip*|trip*|collaps*|crush*|finger*|hand*|foot|eye*|leg|arm|head|skin|rash*|blister*|accident|scald*|splinter*|sharp|tooth|teeth|neck|ankle|wrist|knee|toe|toes|face|thumb|ambulance|emergency|sting*|stung|bump',
  poisoning:
    'sick*|ill|unwell|vomit*|poison*|toxic|allerg*|swallow*|ate|eaten|drank|drunk|breath*|fume*|dizzy|faint*|nause*|stomach|tummy|rash*|swell*|swollen|throat|tongue|lips|died|dead|vet|mould*|hospital*|doctor*|ambulance|reaction|chemical*|bleach|gas|smell*|inhal*|cough*|itch*|hives|fever|headache*|lick*|chew*|rotten|maggot*|worm*|collaps*',
  fire: 'fire*|burn*|smok*|flame*|melt*|spark*|scorch*|explod*|explosion*|hot|heat*|overheat*|bang|blew|smell*|singe*|ash|glow*|ignit*|alight|blaz*|char|charred|swollen|bulg*',
  electric_shock:
    'shock*|electr*|zap*|current|volt*|live|wire*|wiring|tingl*|plug*|socket*|cable|earth*|touch*|jolt*|buzz*|mains|charg*|copper',
  child_safety:
    'baby|babies|child*|kid|kids|toddler*|son|daughter|boy*|girl*|grandson|granddaughter|infant|newborn|niece|nephew|cot|pram|buggy|twins|chok*|month*|year*',
  self_harm:
    'die|dying|dead|death|kill*|suicid*|live|living|life|alive|hurt*|end|ending|hope*|pill*|tablet*|goodbye|alone|cut*|wrist*|harm*|jump*|bridge|roof|overdos*|disappear*|exist*|anymore|cope|point|sleep|wake*|depress*|despair*|worthless|burden|rope|myself',
  threat:
    'kill*|smash*|burn*|hurt*|break*|knife|blade|gun|bat|bomb*|regret*|threat*|beat*|punch*|slap*|destroy*|careful|window*|shoot*|stab*|hack*|dead|blood|torch*|petrol|ruin*|face|warehouse|van|tyres|driver*|teeth|neck|lesson|violen*|revenge',
};
