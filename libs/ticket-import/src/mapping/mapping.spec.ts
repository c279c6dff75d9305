import { describe, expect, it } from 'vitest';
import { mapRow } from './map-row.js';
import { plainText } from './plain-text.js';
import { withoutQuotedMail } from './quoted-mail.js';

describe('plain text', () => {
  it.each([
    ['<p>Hello,</p><p>where is <b>it</b>?<br>Bye</p>', 'Hello,\n\nwhere is it?\nBye'],
    ['<div>New</div><blockquote>the mail before</blockquote>', 'New'],
    ['see <a href="https://x.example/?token=1">here</a> <img src="x">', 'see here'],
    ['a < b and c > d', 'a < b and c > d'],
    ['I <3 this shop', 'I <3 this shop'],
    ['5 &lt; 6 &amp; so', '5 &lt; 6 &amp; so'],
    ['<script>alert(1)</script><p>hi</p>', 'hi'],
    ['a\r\nb\rc\n\n\n\nd \t\n', 'a\nb\nc\n\nd'],
    ['nul\0 and bell\x07', 'nul and bell'],
    ['half \ud83d', 'half \ufffd'],
  ])('%j', (cell, text) => {
    expect(plainText(cell)).toBe(text);
  });
});

describe('quoted mails', () => {
  it.each([
    ['Thanks!\n\nOn Mon, 3 May 2026 at 10:01, Shop <help@shop.example> wrote:\n> Hello', 'Thanks!'],
    ['Thanks!\nOn Mon, 3 May 2026 at 10:01, Shop\n<help@shop.example> wrote:\n> Hello', 'Thanks!'],
    ['Danke\nAm 03.05.2026 um 10:01 schrieb Laden <a@b.example>:\n> Hallo', 'Danke'],
    ['Merci\nLe lun. 3 mai 2026 à 10:01, Boutique a écrit :\n> Bonjour', 'Merci'],
    ['Gracias\nEl lun, 3 may 2026 a las 10:01, Tienda escribió:\n> Hola', 'Gracias'],
    ['Hi\n-----Original Message-----\nFrom: Shop', 'Hi'],
    ['Hi\nFrom: Shop <a@b.example>\nSent: Monday\nTo: me\nolder', 'Hi'],
    ['> you asked\nYes, please', 'Yes, please'],
    ['On Monday I wrote: nothing came', 'On Monday I wrote: nothing came'],
    ['From: Berlin to Paris, do you ship?', 'From: Berlin to Paris, do you ship?'],
    ['> only a quote', '> only a quote'],
  ])('%j', (text, own) => {
    expect(withoutQuotedMail(text)).toBe(own);
  });

  it('are looked for in time that grows with the text alone', () => {
    const text = `on ${'x '.repeat(150)}\n`.repeat(3000);
    expect(withoutQuotedMail(text)).toBe(text.trim());
  });
});

describe('a row as a ticket', () => {
  const mapping = { text: ['Subject', 'Body'], intent: 'Kind', reply: 'Reply' };
  const row = (cells: Record<string, string>) => ({ line: 7, cells: new Map(Object.entries(cells)) });
  const text = (subject: string, body: string) => {
    const mapped = mapRow(row({ Subject: subject, Body: body }), mapping, null);
    return 'ticket' in mapped ? mapped.ticket.text : mapped.fault;
  };

  it.each([
    ['Parcel', 'Where is it?', 'Parcel\nWhere is it?'],
    ['Where is it', 'Where is it? I wait.', 'Where is it? I wait.'],
    ['RE: FW: Parcel', 'Where is it?', 'Parcel\nWhere is it?'],
    ['Re: Parcel', '', 'Parcel'],
    ['', 'Body', 'Body'],
    [' ', '\u00a0', 'empty'],
    ['', 'x'.repeat(4001), 'too_long'],
  ])('joins %j and %j', (subject, body, joined) => {
    expect(text(subject, body)).toBe(joined);
  });

  it('has a category of one line, a reply without its quotes, and the name of the customer', () => {
    const cells = { Body: 'b', Kind: ' Where\n is  it ', Reply: '<p>Soon</p>', Name: ' Jo ' };
    expect(mapRow(row(cells), mapping, 'Name')).toEqual({
      ticket: { line: 7, text: 'b', intent: 'Where is it', reply: 'Soon', contactName: 'Jo' },
    });
  });

  it('shows of what is too long a beginning that ends between words', () => {
    const mapped = mapRow(row({ Body: `${'word '.repeat(39)}jo@shop.example ${'x'.repeat(4000)}` }), mapping, null);
    expect(mapped).toMatchObject({ fault: 'too_long', line: 7, text: `${'word '.repeat(39).trim()}…` });
    expect(mapRow(row({ Body: 'x'.repeat(5000) }), mapping, null)).toMatchObject({ fault: 'too_long', text: '…' });
  });
});
