import { expect, it } from 'vitest';
import type { ActionSettings } from '#contracts';
import { settingsProblems } from './settings-problems.js';

const slot: ActionSettings['slots'][number] = { name: 'id', kind: 'order_number', question: '', choices: [] };
const settings: ActionSettings = {
  ...{ name: 'look', title: 'Look', method: 'GET', url: 'https://shop.example/orders/{{id}}?x=1', body: '' },
  ...{ headerName: 'Authorization', headerSecret: 'Bearer x', slots: [slot], outputs: [{ name: 'a', path: 'a' }] },
  ...{ identity: 'verified_contact', confirmedBy: [{ slot: 'id', path: 'id' }], timeoutMs: 3000 },
};

it.each<[string, Partial<ActionSettings>, string[]]>([
  ['nothing', {}, []],
  ['no web address', { url: 'ftp://shop.example/{{id}}' }, ['url']],
  ['a mark in the host', { url: 'https://{{id}}.example/' }, ['url']],
  ['a mark after the host', { url: 'https://shop.example{{id}}/' }, ['url']],
  ['a mark in the scheme', { url: '{{id}}' }, ['url']],
  ['credentials in the address', { url: 'https://me:secret@shop.example/{{id}}' }, ['url']],
  ['a fragment', { url: 'https://shop.example/#{{id}}' }, ['url']],
  ['an unknown mark', { url: 'https://shop.example/{{number}}' }, ['url']],
  ['a customer where nobody is signed in', { url: 'https://shop.example/{{customer.id}}' }, ['url']],
  ['nobody told who asks', { identity: 'signed_in', confirmedBy: [] }, ['url']],
  ['the customer told', { identity: 'signed_in', confirmedBy: [], url: 'https://shop.example/{{customer.id}}' }, []],
  ['a body that is no JSON', { body: '{"a": {{id}}}' }, ['body']],
  ['a body that is', { body: '{"a": "{{id}}"}' }, []],
  ['an unknown mark in the body', { body: '{"a": "{{x}}"}' }, ['body']],
  ['a header of the client', { headerName: 'Host' }, ['headerName']],
  ['a header with a break', { headerName: 'A\r\nB' }, ['headerName']],
  ['a secret with a break', { headerSecret: 'a\r\nHost: b' }, ['headerSecret']],
  ['a secret without a header', { headerName: '' }, ['headerSecret']],
  ['two slots of one name', { slots: [slot, slot] }, ['slots']],
  ['a choice of nothing', { slots: [{ ...slot, kind: 'choice' }] }, ['slots.choices']],
  ['two outputs of one name', { outputs: [{ name: 'a', path: 'a' }, { name: 'a', path: 'b' }] }, ['outputs']], // prettier-ignore
  ['nothing to confirm', { confirmedBy: [] }, ['confirmedBy']],
  ['a slot that is not there', { confirmedBy: [{ slot: 'email', path: 'e' }] }, ['confirmedBy']],
  ['several', { url: 'x', body: 'y' }, ['url', 'body']],
])('%s', (_, change, expected) => expect(settingsProblems({ ...settings, ...change })).toEqual(expected));
