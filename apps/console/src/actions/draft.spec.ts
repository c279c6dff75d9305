import { actionSettings, type ActionSettings } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOutput, addSlot, changeSlot, freeName, nameFrom, newAction, removeSlot } from './draft.js';
import { problemsOf } from './problems.js';

const withSlots: ActionSettings = {
  ...newAction,
  name: 'orderStatus',
  title: 'Order status',
  url: 'https://shop.example/orders/{{number}}?mail={{email}}',
  body: '{"n":"{{number}}"}',
  slots: [
    { name: 'number', kind: 'order_number', question: '', choices: [] },
    { name: 'email', kind: 'email', question: '', choices: [] },
  ],
  confirmedBy: [{ slot: 'email', path: 'customer.email' }],
};

describe('nameFrom', () => {
  it.each([
    ['Order status', 'orderStatus'],
    ['delivered_at', 'deliveredAt'],
    ['trackingUrl', 'trackingUrl'],
    ['carrier-name', 'carrierName'],
    ['Numéro de commande', 'numeroDeCommande'],
    ['2nd item', 'ndItem'],
    ['!!!', ''],
  ])('%j is %j', (words, name) => expect(nameFrom(words)).toBe(name));

  it('is empty or a name that the contract takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const name = nameFrom(words);
        expect(name === '' || actionSettings.shape.name.safeParse(name).success, JSON.stringify(name)).toBe(true);
      }),
    );
  });
});

describe('a draft', () => {
  it('takes a free name', () => {
    expect(freeName('status', [])).toBe('status');
    expect(freeName('status', ['status', 'status2'])).toBe('status3');
    expect(freeName('', [])).toBe('value');
  });

  it('renames a slot wherever it is used', () => {
    const renamed = changeSlot(withSlots, 0, { ...withSlots.slots[0]!, name: 'orderNumber' });
    expect(renamed.url).toBe('https://shop.example/orders/{{orderNumber}}?mail={{email}}');
    expect(renamed.body).toBe('{"n":"{{orderNumber}}"}');
    expect(changeSlot(withSlots, 1, { ...withSlots.slots[1]!, name: 'mail' }).confirmedBy[0]!.slot).toBe('mail');
  });

  it('forgets the proof of a slot that goes', () => {
    expect(removeSlot(withSlots, 1)).toMatchObject({ slots: [{ name: 'number' }], confirmedBy: [] });
  });

  it('names a second slot of a kind apart', () => {
    expect(addSlot(withSlots, 'email').slots.at(-1)).toMatchObject({ name: 'email2', kind: 'email' });
  });

  it('makes a variable of a place once', () => {
    const one = addOutput(withSlots, 'order.items[0].item_name');
    expect(one.outputs).toEqual([{ name: 'itemName', path: 'order.items[0].item_name' }]);
    expect(addOutput(one, 'order.items[0].item_name')).toBe(one);
    expect(addOutput(one, 'item_name').outputs[1]!.name).toBe('itemName2');
    expect(addOutput(withSlots, 'tags[0]').outputs[0]!.name).toBe('tags');
  });
});

describe('problemsOf', () => {
  const verified = { ...withSlots, identity: 'verified_contact' as const };
  it.each([
    ['nothing wrong', verified, []],
    ['nothing filled in', newAction, ['name', 'title', 'url']],
    ['a host of the customer’s choice', { ...verified, url: 'https://{{number}}.example/' }, ['url']],
    ['a mark that is no slot', { ...verified, body: '{"a":"{{phone}}"}' }, ['url']],
    [
      'a signed-in customer whom the call does not name',
      { ...withSlots, identity: 'signed_in', confirmedBy: [] },
      ['url'],
    ],
    [
      'two slots of one name',
      { ...verified, url: 'https://shop.example/', slots: [verified.slots[0]!, verified.slots[0]!] },
      ['slots'],
    ],
    ['a choice of nothing', addSlot(verified, 'choice'), ['slots']],
    ['no proof', { ...verified, confirmedBy: [] }, ['confirmedBy']],
    ['a place that is none', { ...verified, outputs: [{ name: 'a', path: 'a b' }] }, ['outputs']],
    ['no time', { ...verified, timeoutMs: 5 }, ['timeoutMs']],
  ] as [string, ActionSettings, string[]][])('%s', (_, settings, fields) => {
    expect(Object.keys(problemsOf(settings)).sort()).toEqual(fields);
  });
});
