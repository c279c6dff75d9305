import type { Page } from 'playwright-core';

export const rowHeight = 84;

export interface Scrolled {
  /** Between one frame and the next, ms. */
  frames: number[];
  /** Tasks of the main thread that took 50 ms or more, ms. */
  longTasks: number[];
  /** Rows that the list holds at the end. */
  rows: number;
}

/** Watches frames while `step` runs once in each; until it says false, or `seconds` are over. */
function watched(page: Page, step: string, seconds: number): Promise<Scrolled> {
  return page.evaluate(`new Promise((resolve) => {
    const [frames, longTasks] = [[], []];
    const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((task) => task.duration)));
    observer.observe({ type: 'longtask' });
    const list = document.querySelector('section[aria-labelledby="list-title"] ul');
    const scroller = list.parentElement;
    const until = performance.now() + ${seconds * 1000};
    let last = performance.now();
    const frame = (now) => {
      frames.push(now - last);
      last = now;
      if ((${step}) && now < until) return requestAnimationFrame(frame);
      observer.disconnect();
      resolve({ frames: frames.slice(1), longTasks, rows: Math.round(list.offsetHeight / ${rowHeight}) });
    };
    requestAnimationFrame(frame);
  })`);
}

export const atRest = (page: Page, seconds: number) => watched(page, 'true', seconds);

/** The key End held down, until all pages are there. */
export function holdEnd(page: Page, rows: number, seconds: number): Promise<Scrolled> {
  const step = `(scroller.scrollTop = scroller.scrollHeight, list.offsetHeight < ${rows * rowHeight})`;
  return watched(page, step, seconds);
}

/** Up from the end: half a screen a frame, as a thrown wheel does. */
export const throwUp = (page: Page, seconds: number) => watched(page, '(scroller.scrollTop -= 420, true)', seconds);

/** The scroll bar from one end to the other and back, so many frames each way. */
export function dragBar(page: Page, seconds: number): Promise<Scrolled> {
  const way = 240;
  const part = `Math.abs((frames.length % ${2 * way}) - ${way}) / ${way}`;
  return watched(page, `(scroller.scrollTop = scroller.scrollHeight * (${part}), true)`, seconds);
}
