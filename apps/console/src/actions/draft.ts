import type { ActionSettings, ActionSlot, ActionView } from '#contracts';

export const newAction: ActionSettings = {
  name: '',
  title: '',
  method: 'GET',
  url: '',
  body: '',
  headerName: '',
  slots: [],
  outputs: [],
  identity: 'public',
  confirmedBy: [],
  timeoutMs: 3000,
};

/** What of an action can be changed; its secret stays undefined, which keeps what is saved. */
export function settingsOf({
  id: _id,
  hasSecret: _hasSecret,
  usedBy: _usedBy,
  ...settings
}: ActionView): ActionSettings {
  return settings;
}

/** What address and body may name. */
export function marksOf({ slots, identity }: ActionSettings): string[] {
  return [...slots.map(({ name }) => name), ...(identity === 'signed_in' ? ['customer.id', 'customer.email'] : [])];
}

/** A name for {{marks}} out of words or of a JSON key: "Order status" and `order_status` as `orderStatus`. */
export function nameFrom(words: string): string {
  const parts = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const joined = parts
    .map((part, index) => (index === 0 ? part.toLowerCase() : part[0]!.toUpperCase() + part.slice(1).toLowerCase()))
    .join('');
  return joined
    .replace(/^[^a-z]+/i, '')
    .replace(/^./, (first) => first.toLowerCase())
    .slice(0, 40);
}

/** `wish`, or with a number behind it where that is taken. */
export function freeName(wish: string, taken: readonly string[]): string {
  const name = wish || 'value';
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name.slice(0, 37)}${n}`;
    if (!taken.includes(free)) return free;
  }
}

const slotNames: Record<ActionSlot['kind'], string> = {
  order_number: 'orderNumber',
  email: 'email',
  postcode: 'postcode',
  date: 'date',
  choice: 'choice',
  text: 'text',
};

export function addSlot(settings: ActionSettings, kind: ActionSlot['kind']): ActionSettings {
  const name = freeName(
    slotNames[kind],
    settings.slots.map((slot) => slot.name),
  );
  return { ...settings, slots: [...settings.slots, { name, kind, question: '', choices: [] }] };
}

/** The slot under another name everywhere: in URL, body and proofs too. */
export function changeSlot(settings: ActionSettings, index: number, slot: ActionSlot): ActionSettings {
  const before = settings.slots[index]!.name;
  const rename = (text: string) =>
    before === '' || slot.name === '' ? text : text.replaceAll(`{{${before}}}`, `{{${slot.name}}}`);
  return {
    ...settings,
    url: rename(settings.url),
    body: rename(settings.body),
    slots: settings.slots.with(index, slot),
    confirmedBy: settings.confirmedBy.map((proof) => (proof.slot === before ? { ...proof, slot: slot.name } : proof)),
  };
}

export function removeSlot(settings: ActionSettings, index: number): ActionSettings {
  const { name } = settings.slots[index]!;
  return {
    ...settings,
    slots: settings.slots.toSpliced(index, 1),
    confirmedBy: settings.confirmedBy.filter(({ slot }) => slot !== name),
  };
}

/** Another variable for answers, from a place in the shop's answer. A place that is there already is not added twice. */
export function addOutput(settings: ActionSettings, path: string): ActionSettings {
  if (settings.outputs.some((output) => output.path === path)) return settings;
  const lastKey = path.match(/[^.[\]]+(?=(?:\[\d+\])*$)/)?.[0] ?? '';
  const name = freeName(
    nameFrom(lastKey),
    settings.outputs.map((output) => output.name),
  );
  return { ...settings, outputs: [...settings.outputs, { name, path }] };
}
