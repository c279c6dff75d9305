/** The look shared by drop-down menus and popovers. */
export const menuClass = 'z-40 min-w-52 rounded-xl border border-line bg-surface p-1.5 text-compact shadow-pop';
export const menuItemClass =
  'flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 outline-none select-none data-highlighted:bg-hover data-disabled:cursor-not-allowed data-disabled:opacity-55';
export const menuLabelClass = 'px-2.5 pt-1.5 pb-1 text-xs font-medium text-faint';
export const menuLineClass = 'my-1.5 h-px bg-line';
