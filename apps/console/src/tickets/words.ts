import type { ImportReport, ImportStatus, TicketSource } from '#contracts';
import { languageName, percent, readable } from '../ui/format.js';
import { t } from '../language/t.js';

export const sources: Record<Exclude<TicketSource, 'other'>, string> = {
  zendesk: 'Zendesk',
  gorgias: t('Gorgias'),
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
  email: 'e-mail addresses',
  card: 'card numbers',
  bank_account: 'bank accounts',
  phone: 'phone numbers',
  order_number: 'order numbers',
  customer_number: 'customer numbers',
  number: 'other numbers',
  address: 'street addresses',
  postcode: 'postcodes',
  birth_date: 'birth dates',
  ip_address: t('IP addresses'),
  password: 'passwords',
  code: 'codes',
  link: 'links',
  name: 'names',
};

export const whole = (n: number) => n.toLocaleString();
export const counted = (n: number, one: string, many = `${one}s`) => `${whole(n)} ${n === 1 ? one : many}`;

/** "120 e-mail addresses, 14 phone numbers"; empty where nothing was masked. */
export function maskedWords(masked: ImportReport['masked']): string {
  const most = [...masked].filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return most.map(({ kind, n }) => `${whole(n)} ${maskedKinds[kind] ?? readable(kind).toLowerCase()}`).join(', ');
}

/** "English 92%, German 8%": languages from one in a hundred rows up, the rest together. */
export function languageWords(languages: ImportReport['languages']): string {
  const total = languages.reduce((sum, { n }) => sum + n, 0);
  const seen = languages.filter(({ n }) => n / total >= 0.01).sort((a, b) => b.n - a.n);
  const rest = total - seen.reduce((sum, { n }) => sum + n, 0);
  return [
    ...seen.map(({ language, n }) => `${languageName(language)} ${percent(n / total)}`),
    ...(rest > 0 ? [`others ${percent(rest / total, 1)}`] : []),
  ].join(', ');
}

/** Why rows were not taken, each reason that occurred. */
export function leftOutWords({ empty, duplicate, broken }: ImportReport): string[] {
  return [
    ...(duplicate > 0 ? [counted(duplicate, 'duplicate')] : []),
    ...(empty > 0 ? [`${whole(empty)} without text`] : []),
    ...(broken > 0 ? [t('{broken} broken or too long', { broken: whole(broken) })] : []),
  ];
}

export function bytesWords(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 1
    ? t('{bytes} KB', { bytes: Math.round(bytes / 1024) })
    : `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`;
}
