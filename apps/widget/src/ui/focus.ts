const focusable = 'button, input:not([hidden]), textarea, a[href], [tabindex="0"]';

/** Tab goes round inside a panel that covers the page. */
export function keepFocusInside(panel: HTMLElement, event: KeyboardEvent) {
  if (event.key !== 'Tab') return;
  const stops = [...panel.querySelectorAll<HTMLElement>(focusable)];
  const focused = (panel.getRootNode() as ShadowRoot).activeElement;
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (focused === from || focused === panel) {
    event.preventDefault();
    to?.focus();
  }
}

/** On touch screens the text field would raise the keyboard over the conversation: the panel itself is focused there. */
export function focusPanel(root: ShadowRoot) {
  const touch = matchMedia('(pointer: coarse)').matches;
  const target = touch ? null : root.querySelector<HTMLElement>('.autofocus');
  (target ?? root.querySelector<HTMLElement>('.panel'))?.focus();
}
