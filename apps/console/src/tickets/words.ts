import type { ImportReport, ImportStatus, TicketSource } from '#contracts';
import { languageName, percent, readable } from '../ui/format.js';
import { formatLocale, t } from '../language/t.js';

export const sources: Record<Exclude<TicketSource, 'other'>, string> = {
  zendesk: 'Zendesk',
  gorgias: 'Gorgias',
  freshdesk: 'Freshdesk',
  hubspot: 'HubSpot',
  chatwoot: 'Chatwoot',
};

export const statuses: Record<ImportStatus, { title: string; tone: 'plain' | 'accent' | 'good' | 'warn' | 'bad' }> = {
  uploading: { title: t('Upload stopped'), tone: 'warn' },
  uploaded: { title: t('Columns to choose'), tone: 'plain' },
  reading: { title: t('Being read'), tone: 'accent' },
  read: { title: t('Topics to choose'), tone: 'plain' },
  clustering: { title: t('Being grouped'), tone: 'accent' },
  adding: { title: t('Being added'), tone: 'accent' },
  added: { title: t('Added'), tone: 'good' },
  failed: { title: t('Failed'), tone: 'bad' },
  cancelled: { title: t('Cancelled'), tone: 'plain' },
};

const maskedKinds: Record<string, string> = {
  email: t('e-mail addresses'),
  card: t('card numbers'),
  bank_account: t('bank accounts'),
  phone: t('phone numbers'),
  order_number: t('order numbers'),
  customer_number: t('customer numbers'),
  number: t('other numbers'),
  address: t('street addresses'),
  postcode: t('postcodes'),
  birth_date: t('birth dates'),
  ip_address: t('IP addresses'),
  password: t('passwords'),
  code: t('codes'),
  link: t('links'),
  name: t('names'),
};

export const whole = (n: number) => n.toLocaleString(formatLocale());

/** "120 e-mail addresses, 14 phone numbers"; empty where nothing was masked. */
export function maskedWords(masked: ImportReport['masked']): string {
  const most = [...masked].filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return most
    .map(({ kind, n }) => t('{n} {kind}', { n, kind: maskedKinds[kind] ?? readable(kind).toLowerCase() }))
    .join(', ');
}

/** "English 92%, German 8%": languages from one in a hundred rows up, the rest together. */
export function languageWords(languages: ImportReport['languages']): string {
  const total = languages.reduce((sum, { n }) => sum + n, 0);
  const seen = languages.filter(({ n }) => n / total >= 0.01).sort((a, b) => b.n - a.n);
  const rest = total - seen.reduce((sum, { n }) => sum + n, 0);
  return [
    ...seen.map(({ language, n }) => `${languageName(language)} ${percent(n / total)}`),
    ...(rest > 0 ? [t('others {share}', { share: percent(rest / total, 1) })] : []),
  ].join(', ');
}

/** Why rows were not taken, each reason that occurred. */
export function leftOutWords({ empty, duplicate, broken }: ImportReport): string[] {
  return [
    ...(duplicate > 0 ? [t('{count} duplicates', { count: duplicate })] : []),
    ...(empty > 0 ? [t('{count} without text', { count: empty })] : []),
    ...(broken > 0 ? [t('{count} broken or too long', { count: broken })] : []),
  ];
}

export function bytesWords(bytes: number): string {
  if (bytes < 1024) return t('{count} bytes', { count: bytes });
  const megabytes = bytes / 1024 / 1024;
  if (megabytes < 1) return t('{kilobytes} KB', { kilobytes: Math.round(bytes / 1024) });
  const digits = megabytes < 10 ? 1 : 0;
  const rounded = megabytes.toLocaleString(formatLocale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return t('{megabytes} MB', { megabytes: rounded });
}
