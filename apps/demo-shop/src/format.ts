const sterling = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const longDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/London',
});

export const money = (pence: number) => sterling.format(pence / 100);

/** "Tuesday 24 November", as the shop's customers say it, in the shop's time zone. */
export const day = (date: Date | string) => longDay.format(new Date(date)).replace(',', '');
