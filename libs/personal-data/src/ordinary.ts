import { dash } from './plain.js';

const before = String.raw`(?<![\p{L}\d]|\d[.,/${dash}])`;
/** Nothing that would make it the beginning of a longer number. */
const after = String.raw`(?![\p{L}\d]|[.,/${dash}]\d)`;
const amount = String.raw`\d{1,4}(?:[.,']\d{3})*(?:[.,]\d{1,2})?`;
const clock = String.raw`\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m)?`;
const year = String.raw`(?:19|20)\d\d`;
const length = String.raw`\d{1,4}(?:[.,]\d{1,2})?\s?(?:cm|mm|m|in|inch(?:es)?|ft|["'”])?`;

/** What has many digits in ordinary messages: dates, times, years, prices, sizes, capacities. */
export const ordinary = new RegExp(
  `${before}(?:${[
    String.raw`\d{1,2}([./-])\d{1,2}\1(?:${year}|\d{2})`,
    String.raw`\d{4}([./-])\d{1,2}\2\d{1,2}`,
    String.raw`${clock}(?:\s?[${dash}]\s?${clock})?`,
    String.raw`${year}\s?[/${dash}]\s?${year}`,
    String.raw`(?:[£$€¥]|(?:USD|EUR|GBP|AED|SAR|MAD|EGP)\s?)\s?(?:${amount}|\d{1,6}(?:\.\d{2})?)`,
    String.raw`(?:${amount}|\d{1,6}(?:[.,]\d{2})?(?=\s?[€£$]))\s?(?:[€£$]|euros?|eur|gbp|usd|pounds?|dollars?|dirhams?|درهم|ريال|يورو|جنيه|دينار|دولار)`,
    String.raw`\d{1,3}(?:([.,])\d{3})(?:\3\d{3}){0,2}`,
    String.raw`${length}(?:\s?[x×*]\s?${length}){1,3}`,
    String.raw`\d{4,6}(?:\s?(?:mah|btu|rpm|lumens?|watts?|pixels?)|(?:hz|k|ml|km|kg|gb|tb|mb|wh))`,
  ].join('|')})${after}`,
  'giu',
);
