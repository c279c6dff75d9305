import type { HeldConversation, HeldTurn } from './hold.js';
import { written } from './outcome.js';

const colours = {
  right: '#e6f4ea',
  asked_well: '#e8f0fe',
  half: '#fef7e0',
  needless: '#fce8d6',
  asked_for_nothing: '#f3e8fd',
  wrong: '#fce8e6',
};

/** Every turn on one page, those that did not go well marked. */
export function pageOf(held: HeldConversation[]): string {
  const style = `body{font:15px/1.45 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid #ccc;padding:.5rem 0}.turn{padding:.4rem .7rem;margin:.3rem 0}
small{color:#555;display:block;white-space:pre-wrap}q{font-weight:600}`;
  const body = held.map(conversationHtml).join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Conversations</title><style>${style}</style>
<h1>Conversations</h1>\n${body}</html>\n`;
}

function conversationHtml({ conversation, turns, finished }: HeldConversation): string {
  const { id, kind, finishable } = conversation;
  const end = finishable ? `, ${finished ? 'finished' : 'not finished'}` : '';
  return `<article><h2>${escaped(`${id} (${kind}${end})`)}</h2>${turns.map(turnHtml).join('')}</article>`;
}

function turnHtml(held: HeldTurn): string {
  const { turn, verdict, outcome, replies, rule, evidence } = held;
  const top = held.topK.slice(0, 3).map(({ intent, confidence }) => `${intent} ${confidence.toFixed(2)}`);
  const numbers = `confidence ${shown(held.confidence)}, threshold ${shown(held.threshold)}, out of scope ${shown(held.oosScore)}`;
  const said = replies.map(({ text, options }) => [text, ...options.map((option) => `[${option}]`)].join(' '));
  return `<div class="turn" style="background:${colours[verdict]}" dir="auto"><q>${escaped(turn.say)}</q>
<p>${said.map(escaped).join('<br>')}</p>
<small>${escaped(`${verdict}: ${written(outcome)} (${rule ?? 'no rule'}); may be ${turn.may.join(' or ')}: ${turn.why}
${numbers}; ${top.join(', ')}
${JSON.stringify(evidence)}`)}</small></div>`;
}

function shown(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
