// Progress goes to stderr, so that stdout holds a command's result and nothing else.
const live = process.stderr.isTTY;
const INTERVAL = live ? 200 : 5_000;
const running = new Set();
let timer;

const seconds = ({ since }) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const write = (text) => process.stderr.write(live ? `\r\x1b[K${text}` : text);

/** On a terminal the steps under way share one line that is drawn over and over; elsewhere they get a line now and then. */
function draw() {
  const line = [...running]
    .map((one) => [one.label, one.detail(), seconds(one)].filter(Boolean).join('  '))
    .join('   ');
  if (line) write(live ? line : `${line}\n`);
}

/** Reports one step: its label, `detail()` and the time while it runs, the label and the time when it is done. */
export async function step(label, work, detail = () => '') {
  const one = { label, detail, since: Date.now() };
  running.add(one);
  timer ??= setInterval(draw, INTERVAL);
  if (!live) write(`${label} …\n`);
  try {
    const result = await work();
    write(`✓ ${label}  ${seconds(one)}\n`);
    return result;
  } catch (error) {
    write(`✗ ${label}  ${seconds(one)}\n`);
    throw error;
  } finally {
    running.delete(one);
    if (running.size === 0) timer = clearInterval(timer);
  }
}
