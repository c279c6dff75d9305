/**
 * `npm run bench -- classify [--json]`: one message classified as it is served (tokenizer, graph, TF-IDF classifier, confidence, and the readings
 * of its pieces where it seems to hold several requests; one thread) beside the bare graph in ONNX Runtime on the same tokens, turn by
 * turn: tickets as they are, and tickets cut off at 16 and at 32 tokens. The model is a head on the frozen encoder for the demo shop: a
 * tuned one is the same graph with other numbers. `inPieces`: the share of messages in which several requests were found.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { Classifier, readTokenizer, trainHead } from '#slm';
import { percentile } from '#statistics';
import { readRows } from '#ticket-import';

const lengths = [16, 32];
const messages = 1_500;
const json = process.argv.includes('--json');

const folder = mkdtempSync(join(tmpdir(), 'classify-'));
const outDir = join(folder, 'model');
const { rows } = await readRows('apps/demo-shop/data/tickets.jsonl');
await trainHead({ rows, outDir });
const classifier = await Classifier.load(outDir);
const bare = await InferenceSession.create(readFileSync(join(outDir, 'model.onnx')), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
});
const tokenizer = readTokenizer(join(outDir, 'tokenizer.json'));

/** The beginning of a ticket that has exactly as many tokens, if it is that long. */
function cut(ticket: string, tokens: number): string[] {
  const words = ticket.split(' ');
  for (let n = 1; n <= words.length; n++) {
    const text = words.slice(0, n).join(' ');
    const length = tokenizer.encode(text).length;
    if (length >= tokens) return length === tokens ? [text] : [];
  }
  return [];
}

const tickets = rows.map(({ text }) => text);
const table: { tokens: number | 'all'; texts: string[] }[] = [
  { tokens: 'all', texts: tickets },
  ...lengths.map((tokens) => ({ tokens, texts: tickets.flatMap((ticket) => cut(ticket, tokens)) })),
];
const figures = [];
for (const { tokens, texts } of table) {
  const [served, graph]: [number[], number[]] = [[], []];
  let inPieces = 0;
  for (let i = -200; i < messages; i++) {
    const text = texts[(i + 200) % texts.length]!;
    const ids = tokenizer.encode(text);
    let began = performance.now();
    await bare.run({ ids: new Tensor('int32', Int32Array.from(ids), [1, ids.length]) });
    const alone = performance.now() - began;
    began = performance.now();
    const { requests } = await classifier.classify(text);
    const whole = performance.now() - began;
    // The first ones warm up.
    if (i < 0) continue;
    if (requests.length > 0) inPieces++;
    [served, graph].forEach((list, which) => list.push(which === 0 ? whole : alone));
  }
  const ms = (values: number[], p: number) => Number(percentile(values, p).toFixed(2));
  figures.push({
    tokens,
    servedP50: ms(served, 0.5),
    bareP50: ms(graph, 0.5),
    servedP95: ms(served, 0.95),
    bareP95: ms(graph, 0.95),
    inPieces: Number((inPieces / messages).toFixed(4)),
    ratioP95: Number((percentile(served, 0.95) / percentile(graph, 0.95)).toFixed(3)),
  });
}
await classifier.release();
await bare.release();
rmSync(folder, { recursive: true });
if (json) console.log(JSON.stringify(figures));
else console.table(figures);
