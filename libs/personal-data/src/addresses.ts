import type { Kind, Masker } from './kinds.js';
import { wordEnd, wordStart } from './plain.js';

const small = '(?:on|the|to|in|of|for|at|my|a|an|and|or|is|are|from|by|with|your|our|this|that|days?|weeks?|hours?|x)';
const homeNumber = String.raw`\d{1,5}\s?[a-z]?(?:\s?[-/]\s?\d{1,5}[a-z]?)?`;
/** The part of a house that comes before its street, or after it. */
const flat = String.raw`(?:(?:flat|apartment|apt\.?|unit|suite|room)\s#?[\p{L}\d]{1,5},?\s)?`;
const flatAfter = String.raw`(?:,?\s(?:flat|apartment|apt\.?|unit|suite|#)\s?#?[\p{L}\d]{1,5})?`;

/** Words that end the name of a street and little else; those that mean much else need capitals. */
const english = [
  new RegExp(
    String.raw`${wordStart}${flat}${homeNumber},?\s(?:(?!${small}\s)[\p{L}\d'’.-]+\s){1,3}(?:street|road|lane|avenue|crescent|terrace|boulevard|mews|parkway|highway)${wordEnd}\.?${flatAfter}`,
    'giu',
  ),
  new RegExp(
    String.raw`${wordStart}(?:(?:Flat|Apartment|Apt\.?|Unit|Suite)\s#?[\p{L}\d]{1,5},?\s)?\d{1,5}[a-zA-Z]?,?\s(?:The\s|(?:The\s)?(?:[\p{Lu}\d][\p{L}\d'’.-]*\s){1,3})(?:Crescent|Avenue|Street|Mews|Terrace|St|Rd|Ave?|Ln|Lane|Dr|Drive|Cl|Close|Court|Ct|Way|Place|Pl|Square|Sq|Gardens|Grove|Hill|Row|Parade|Walk|Blvd|Hwy|Circle|Park|Green|View|Rise|Quay|Wharf)${wordEnd}\.?${flatAfter}`,
    'gu',
  ),
];
const german = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:(?:\p{Lu}[\p{L}-]{0,30}\s){0,2}[\p{L}-]{0,40}(?:straße|strasse|str\.|gasse|allee|gracht|straat))\s?${homeNumber}${wordEnd}`,
    'giu',
  ),
  new RegExp(
    String.raw`${wordStart}(?:\p{Lu}[\p{Ll}-]{2,40}(?:weg|platz|damm|ufer|chaussee|laan|plein)|(?:Am|An der|Im|In der|Auf dem|Auf der|Zum|Zur)\s\p{Lu}[\p{L}-]+|\p{Lu}\p{L}+er (?:Weg|Platz|Damm|Ufer|Ring|Chaussee))\s\d{1,4}\s?[a-z]?${wordEnd}`,
    'gu',
  ),
];
const french = new RegExp(
  String.raw`${wordStart}\d{1,4}\s?(?:bis|ter|quater)?,?\s(?:rue|avenue|av\.|boulevard|bd|bld|impasse|allée|allee|chemin|place|quai|cours|route|square|résidence)\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])?[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,3}${wordEnd}`,
  'giu',
);
const spanish = new RegExp(
  String.raw`${wordStart}(?:calle|c/|avda?\.?|avenida|plaza|paseo|camino|carretera|ronda|travesía|urbanización)\s?(?:(?:de\sla|del|de\slos|de\slas|de|la|el)\s)?[\p{L}'’-]+(?:\s[\p{L}'’-]+){0,3}?,?\s(?:n(?:o|úm|um|ro)?\.?\s?)?\d{1,4}${wordEnd}(?:,?\s\d{1,2}\s?[oa]?\s?[a-z]?${wordEnd}(?!\s\p{L}))?`,
  'giu',
);
const arabic = new RegExp(
  String.raw`${wordStart}شارع\s[\p{L}\d]+(?:\s(?!و|في|رقم)\p{L}+)?(?:[،,]?\s(?:رقم\s|مبنى\s|عمارة\s|بناية\s)?\d{1,5})?${wordEnd}|${wordStart}(?:مبنى|عمارة|بناية|شقة|فيلا)\s(?:رقم\s)?\d{1,5}${wordEnd}`,
  'gu',
);
const box = new RegExp(
  String.raw`${wordStart}(?:p\.?\s?o\.?\s?box|postfach|apartado(?:\sde\scorreos)?|boîte\spostale|b\.?p\.?|ص\.?\s?ب\.?|صندوق\sبريد)\s?:?\s?\d{1,6}${wordEnd}`,
  'giu',
);

/** Postcode areas of the United Kingdom, then district, sector and unit. */
const areas =
  'A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE';
const british = new RegExp(String.raw`${wordStart}(?:${areas})\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}${wordEnd}`, 'giu');
const afterWords = new RegExp(
  String.raw`(${wordStart}(?:post ?code|postal code|zip(?: ?code)?|plz|postleitzahl|código postal|codigo postal|c\.?p\.?|code postal|الرمز البريدي|رمز بريدي)${wordEnd}(?:\s(?:is|ist|es|est|هو))?\s?:?\s?)(?=[a-z\d -]*\d)[a-z\d]{2,5}(?:[ -]\d[a-z\d]{0,3})?${wordEnd}`,
  'giu',
);
/** "CA 94107", "94107-1234"; five digits before the name of a town. */
const states =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';
const american = new RegExp(
  String.raw`${wordStart}(?:(?:${states})\s\d{5}(?:-\d{4})?|\d{5}-\d{4})(?![\p{L}\p{N}-])`,
  'gu',
);
const beforeTown = /(?<![\p{L}\p{N}#.,-]|[#:]\s)(?:[DFE]-)?\d{5}(?=\s\p{Lu}\p{Ll}{2,})/gu;

const patterns: [Kind, RegExp][] = [
  ...[...english, french, spanish, ...german, arabic, box].map((pattern): [Kind, RegExp] => ['address', pattern]),
  ['postcode', british],
  ['postcode', american],
];

/** Street lines and postcodes. What a town is called stays. */
export const maskAddresses: Masker = (text, replace) =>
  patterns
    .reduce((masked, [kind, pattern]) => masked.replace(pattern, () => replace(kind)), text)
    .replace(afterWords, (_, before: string) => before + replace('postcode'))
    .replace(beforeTown, () => replace('postcode'));
