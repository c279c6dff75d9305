import { expect, it } from 'vitest';
import { passwordStrength, requireStrongPassword } from './password-strength.js';

it.each([
  ['a common one', 'Password123!', []],
  ['a German word and a year', 'Sommer2024!', []],
  ['a row of keys', 'qwertzuiop1!', []],
  ['the same again and again', 'hunter2hunter2', []],
  ['one’s own name', 'Ada-Lindqvist', ['Ada Lindqvist']],
  ['one’s own name, backwards and louder', 'TSIVQDNIL.ada', ['Ada Lindqvist']],
  ['one’s own address', 'ada.lindqvist1', ['ada.lindqvist@shop.example']],
  ['the shop', 'fernhill-shop', ['ada@fernhill.example']],
])('refuses %s, and says how to do better', async (_what, password, about) => {
  await expect(requireStrongPassword(password, about)).rejects.toMatchObject({ code: 'PASSWORD_WEAK' });
  expect((await passwordStrength(password, about)).advice).not.toEqual([]);
});

it.each([
  ['of four words', 'harbour velvet onion tractor'],
  ['of chance', 'x8#kQ!2pLm'],
  ['in Arabic', 'قهوة الصباح فوق السطح'],
])('takes one %s', async (_what, password) => {
  await expect(requireStrongPassword(password, ['Ada Lindqvist', 'ada@shop.example'])).resolves.toBeUndefined();
});

it('judges even the longest one quickly', async () => {
  await passwordStrength('', []); // the dictionaries are read at the first one
  const hardest = ['p4$$w0rd'.repeat(25), '4@8({[</369&#!1|0$5+72%2'.repeat(8), '1l0@$3'.repeat(33), '(@$0'.repeat(50)];
  for (const password of hardest) {
    const cpu = process.cpuUsage();
    await passwordStrength(password, ['x'.repeat(300), 'a b c '.repeat(50)]);
    expect(process.cpuUsage(cpu).user / 1000).toBeLessThan(300);
  }
});
