import type { Page } from 'playwright-core';

export interface Scrolled {
  /** Between one frame and the next, ms. */
  frames: number[];
  /** Tasks of the main thread that took 50 ms or more, ms. */
  longTasks: number[];
  /** Rows that the list holds at the end. */
  rows: number;
}

/** Watches frames while `step`, of the page, runs once in each; until it says false, or `seconds` are over. */
function watched(step: string, seconds: number): string {
  return `new Promise((resolve) => {
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
      resolve({ frames: frames.slice(1), longTasks, rows: Math.round(list.offsetHeight / 84) });
    };
    requestAnimationFrame(frame);
  })`;
}

/** The page at rest, for as long. */
export const atRest = (page: Page, seconds: number): Promise<Scrolled> => page.evaluate(watched('true', seconds));

/** Down through every row: half a screen a frame, as a thrown wheel does, and on as soon as the next page is there. */
export function scrollThrough(page: Page, rows: number, seconds: number): Promise<Scrolled> {
  const step = `(() => { scroller.scrollTop += 420; return list.offsetHeight < ${rows} * 84 || scroller.scrollTop + scroller.clientHeight < list.offsetHeight - 1; })()`;
  return page.evaluate(watched(step, seconds));
}
