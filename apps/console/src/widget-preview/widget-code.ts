import type { WidgetAppearance, WidgetContrast, WidgetPreview } from '#contracts';
import { useQuery } from '@tanstack/react-query';

/** The widget's own drawing code, a file of its own build that the gateway serves: apps/widget/src/preview.tsx. */
interface WidgetCode {
  draw: (host: HTMLElement, preview: WidgetPreview) => void;
  contrasts: (appearance: Pick<WidgetAppearance, 'accent' | 'surface'>) => WidgetContrast;
}
const address = '/widget-preview.js';

export function useWidgetCode() {
  return useQuery({
    queryKey: ['widget-code'],
    queryFn: () => import(/* @vite-ignore */ address) as Promise<WidgetCode>,
    staleTime: Infinity,
  });
}
