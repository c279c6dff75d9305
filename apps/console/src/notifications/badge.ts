const plain = '/console/favicon.svg';
const title = 'Baton';

/** The count of what waits, in the page's title and icon. */
export function showCount(count: number): void {
  document.title = count > 0 ? `(${written(count)}) ${title}` : title;
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (icon) icon.href = count > 0 ? `data:image/svg+xml,${encodeURIComponent(iconWith(written(count)))}` : plain;
}

const written = (count: number) => (count > 99 ? '99+' : String(count));

function iconWith(count: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
    <rect width="32" height="32" rx="8" fill="#0b6b57"/>
    <path d="M7 21 19 9" stroke="#fff" stroke-width="4.5" stroke-linecap="round"/>
    <circle cx="21" cy="21" r="11" fill="#b3261e"/>
    <text x="21" y="26" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${count.length > 2 ? 10 : 14}" fill="#fff">${count}</text>
  </svg>`;
}
