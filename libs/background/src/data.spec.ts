import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DialogueAct } from '#contracts';
import { detectLanguage } from '#language';
import {
  dialogueActRows,
  followUpRows,
  outOfScopeRows,
  secondMessageRows,
  sensitiveRows,
  severalRequestsRows,
} from './index.js';
import { readRows } from './read-rows.js';

const root = new URL('../../../', import.meta.url);

const outOfScope = outOfScopeRows();
const acts = dialogueActRows();
const does = (act: DialogueAct) => acts.filter((row) => row.acts.includes(act));

describe('questions that hardly any shop answers', () => {
  it('are at least 1,700, on at least 45 topics of at least 15 each', () => {
    expect(outOfScope.length).toBeGreaterThanOrEqual(1_700);
    const topics = outOfScope.map(({ topic }) => topic);
    const named = [...new Set(topics)];
    expect(named.length).toBeGreaterThanOrEqual(45);
    expect(named.filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
    expect(named.filter((name) => topics.filter((topic) => topic === name).length < 15)).toEqual([]);
  });
});

describe('dialogue acts', () => {
  it.each<[DialogueAct, number]>([
    ['follow_up', 350],
    ['upset', 250],
    ['too_general', 150],
  ])('have %s at least %i times', (act, least) => {
    expect(does(act).length).toBeGreaterThanOrEqual(least);
  });

  it('have at least 450 messages without any, 150 of them after another message', () => {
    const none = acts.filter((row) => row.acts.length === 0);
    expect(none.length).toBeGreaterThanOrEqual(450);
    // Else a message before would by itself mean a follow-up.
    expect(none.filter(({ previous }) => previous).length).toBeGreaterThanOrEqual(150);
  });

  it('follow on something', () => {
    expect(does('follow_up').filter(({ previous }) => !previous)).toEqual([]);
  });
});

describe('messages of several requests', () => {
  const rows = severalRequestsRows();
  const heldOut = readRows(
    'several-requests.held-out.jsonl',
    z.object({ text: z.string(), requests: z.array(z.string()) }),
  );

  it('are at least 450, beside 200 that look like them, about intents of the demo shop or none of them, none twice', () => {
    expect(rows.filter(({ requests }) => requests.length > 1).length).toBeGreaterThanOrEqual(450);
    expect(rows.filter(({ requests }) => requests.length === 1).length).toBeGreaterThanOrEqual(200);
    const known = new Set([...demoIntents(), 'oos']);
    const all = [...rows, ...heldOut];
    expect(all.filter(({ requests }) => !requests.every((intent) => known.has(intent)))).toEqual([]);
    expect(all.filter(({ requests }) => new Set(requests).size < requests.length)).toEqual([]);
  });

  it('say nothing twice, nor what is held out', () => {
    const said = [...rows, ...heldOut].map(({ text }) => normalised(text));
    expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
  });
});

describe('second messages', () => {
  const pairs = secondMessageRows();

  it('are at least 1,200, about intents of the demo shop', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(1_200);
    const known = demoIntents();
    expect(pairs.filter(({ intent }) => !known.has(intent))).toEqual([]);
  });

  it('say nothing twice, nor what is held out', () => {
    const heldOut = readRows('second-messages.held-out.jsonl', z.object({ previous: z.string(), text: z.string() }));
    const said = [...pairs, ...heldOut].map(({ previous, text }) => normalised(`${previous} ${text}`));
    expect(said.filter((pair, i) => said.indexOf(pair) !== i)).toEqual([]);
  });
});

describe('follow-ups on an answer', () => {
  const rows = followUpRows();
  const followUps = rows.flatMap(({ followUps: each }) => each);

  it('are at least 7,500, three tenths of which no sentence answers', () => {
    expect(followUps.length).toBeGreaterThanOrEqual(7_500);
    expect(followUps.filter(({ sentences }) => sentences.length === 0).length).toBeGreaterThan(0.3 * followUps.length);
  });

  it('name sentences that the answer has', () => {
    const wrong = rows.filter(({ answer, followUps: each }) =>
      each.some(({ sentences }) => sentences.some((sentence) => sentence >= answer.length)),
    );
    expect(wrong).toEqual([]);
  });

  it('say nothing that is held out', () => {
    const file = readFileSync(new URL('test/conversations/follow-ups.jsonl', root), 'utf8').trimEnd().split('\n');
    const row = z.object({ followUps: z.array(z.object({ say: z.string() })) });
    const heldOut = new Set(
      file.flatMap((line) => row.parse(JSON.parse(line)).followUps).map(({ say }) => normalised(say)),
    );
    expect(followUps.filter(({ say }) => heldOut.has(normalised(say)))).toEqual([]);
  });
});

it('rows in German, Spanish, French or Arabic say so', () => {
  const read = [...outOfScope, ...acts, ...sensitiveRows()].map((row) => ({
    ...row,
    detected: detectLanguage(row.text),
  }));
  const wrong = read.filter(({ language, detected }) => {
    if (!detected?.sure || !['en', 'de', 'es', 'fr', 'ar'].includes(detected.language)) return false;
    return detected.language !== (language ?? 'en');
  });
  expect(wrong.map(({ text }) => text)).toEqual([]);
});

describe.each([
  ['out-of-scope.jsonl', outOfScope],
  ['dialogue-acts.jsonl', acts],
  ['several-requests.jsonl', severalRequestsRows()],
])('%s', (_, all) => {
  it('says nothing twice', () => {
    const said = all.map(({ text }) => normalised(text));
    expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([]);
  });

  it("says nothing that the demo shop's messages or a starter kit say", () => {
    const known = new Set([...demoMessages(), ...starterKitWordings()].map(normalised));
    expect(known.size).toBeGreaterThan(2_000);
    expect(all.filter(({ text }) => known.has(normalised(text)))).toEqual([]);
  });
});

function demoIntents(): Set<string> {
  const intents = readFileSync(new URL('apps/demo-shop/data/intents.json', root), 'utf8');
  const names = z.array(z.object({ name: z.string() })).parse(JSON.parse(intents));
  return new Set(names.map(({ name }) => name));
}

function demoMessages(): string[] {
  const message = z.object({ text: z.string() });
  const folder = new URL('apps/demo-shop/data/', root);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n'))
    .map((line) => message.parse(JSON.parse(line)).text);
}

function starterKitWordings(): string[] {
  const kit = z.object({ intents: z.array(z.object({ examples: z.array(z.string()) })) });
  const folder = new URL('libs/starter-kits/data/', root);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => kit.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).intents)
    .flatMap(({ examples }) => examples);
}

/** Without letters and digits, as emoji are, the text itself. */
function normalised(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words || text.trim();
}
