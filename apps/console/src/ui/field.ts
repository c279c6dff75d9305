/** The look of every single-line input. Its outline keeps 3:1 against the surface (WCAG 1.4.11). */
export const fieldClass =
  'h-9 w-full rounded-lg border border-edge bg-surface px-3 text-sm text-ink placeholder:text-faint focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent disabled:cursor-not-allowed disabled:bg-hover disabled:text-muted';
/** The same for several lines, as high as what is in it. */
export const areaClass = `${fieldClass} field-sizing-content h-auto min-h-20 resize-y py-2 leading-6`;
