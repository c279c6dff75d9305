import type { WidgetPreview } from '#contracts';
import { useEffect, useRef } from 'react';
import { cx } from '../ui/cx.js';
import { useWidgetCode } from './widget-code.js';
import { t } from '../language/t.js';

/** The widget as customers see it, drawn by its own code. It is to be looked at: nothing in it can be pressed. */
export function WidgetFrame({
  preview,
  label,
  className,
}: {
  preview: WidgetPreview;
  /** For those who do not see it. */
  label: string;
  className?: string;
}) {
  const host = useRef<HTMLDivElement>(null);
  const code = useWidgetCode();
  useEffect(() => {
    if (host.current && code.data) code.data.draw(host.current, preview);
  }, [code.data, preview]);
  return (
    <div
      role="img"
      aria-label={label}
      className={cx('relative overflow-hidden rounded-xl border border-line', className)}
    >
      <ShopPage />
      {code.isError && (
        <p role="alert" className="absolute inset-x-4 top-4 rounded-lg bg-bad-soft px-3 py-2 text-compact text-bad">
          {t('The preview could not be loaded. Reload the page.')}
        </p>
      )}
      <div ref={host} className="absolute inset-0" />
    </div>
  );
}

/** Some page of some shop, for the eye to judge by. Its colours are a page's own, light in dark mode too. */
function ShopPage() {
  const bar = 'rounded bg-[#e4e4e0]';
  return (
    <div aria-hidden className="absolute inset-0 space-y-4 bg-[#fafaf8] p-5">
      <div className="flex items-center justify-between">
        <div className={cx(bar, 'h-5 w-24')} />
        <div className="flex gap-2">
          {[0, 1, 2].map((item) => (
            <div key={item} className={cx(bar, 'h-3 w-12')} />
          ))}
        </div>
      </div>
      <div className={cx(bar, 'h-36 w-full')} />
      <div className="grid grid-cols-3 gap-3">
        {[0, 1, 2, 3, 4, 5].map((item) => (
          <div key={item} className="space-y-2">
            <div className={cx(bar, 'h-24')} />
            <div className={cx(bar, 'h-3 w-2/3')} />
          </div>
        ))}
      </div>
    </div>
  );
}
