import type { WidgetAppearance } from '#contracts';

/** The contract's `defaultAppearance`; importing the value would bundle the whole contract. */
export const defaultAppearance: WidgetAppearance = {
  accent: '#0f6b5c',
  surface: '#ffffff',
  position: 'right',
  launcher: 'icon',
  launcherLabel: '',
};

export const white = '#ffffff';
const black = '#000000';
/** WCAG 2.2, 1.4.3 and 1.4.11. */
const minimum = { text: 4.5, outline: 3 };

/** Every colour of the widget, made of the shop's two: names as in the stylesheet. */
export function palette({ accent, surface }: Pick<WidgetAppearance, 'accent' | 'surface'>) {
  const text = textOn(surface);
  const tinted = mix(surface, text, 0.06);
  // On a middle grey, black and white hardly reach 4.5: there the raised parts go the other way.
  const raised = contrast(tinted, text) < minimum.text ? mix(surface, text === white ? black : white, 0.06) : tinted;
  const legible = (wish: string, ratio = minimum.text) => towards(text, wish, ratio, [surface, raised]);
  return {
    bg: surface,
    raised,
    text,
    muted: legible(mix(surface, text, 0.65)),
    line: mix(surface, text, 0.14),
    edge: legible(mix(surface, text, 0.45), minimum.outline),
    accent,
    'on-accent': textOn(accent),
    'accent-text': legible(accent),
    danger: legible(text === white ? '#ff9f95' : '#b3261e'),
  };
}

/** Black or white, whichever is read better: one of them always reaches 4.58. */
export const textOn = (ground: string) => (contrast(white, ground) >= contrast(black, ground) ? white : black);

/** The ratio of WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `wish`, moved towards `text` only as far as it must to stand out on all grounds. */
function towards(text: string, wish: string, ratio: number, grounds: string[]): string {
  let colour = wish;
  for (let share = 0; share <= 20 && grounds.some((ground) => contrast(colour, ground) < ratio); share++) {
    colour = mix(wish, text, share / 20);
  }
  return colour;
}

const channels = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(from: string, to: string, share: number): string {
  const ends = channels(to);
  const mixed = channels(from).map((value, i) => Math.round(value + (ends[i]! - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
