/**
 * `npm run bench -- classify [--json]`: one message classified as it is served (tokenizer, graph, TF-IDF classifier, confidence; one thread) beside
 * the bare graph in ONNX Runtime on the same tokens, turn by turn, at 16 and 32 tokens. The model is a head on the frozen encoder for
 * the demo shop: a tuned one is the same graph with other numbers.
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

/** Tickets one after the other until there are exactly as many tokens. */
function textOf(tokens: number, start: number): { text: string; ids: number[] } | null {
  let text = '';
  for (let i = start; ; i++) {
    for (const word of rows[i % rows.length]!.text.split(' ')) {
      text += ` ${word}`;
      const ids = tokenizer.encode(text);
      if (ids.length === tokens) return { text, ids };
      if (ids.length > tokens) return null;
    }
  }
}

const table = lengths.map((tokens) => ({
  tokens,
  texts: rows.map((_, i) => textOf(tokens, i)).filter((t) => t !== null),
}));
const figures = [];
for (const { tokens, texts } of table) {
  const [served, graph]: [number[], number[]] = [[], []];
  for (let i = -200; i < messages; i++) {
    const { text, ids } = texts[(i + 200) % texts.length]!;
    let began = performance.now();
    await bare.run({ ids: new Tensor('int32', Int32Array.from(ids), [1, ids.length]) });
    const alone = performance.now() - began;
    began = performance.now();
    await classifier.classify(text);
    const whole = performance.now() - began;
    // The first ones warm up.
    if (i >= 0) [served, graph].forEach((list, which) => list.push(which === 0 ? whole : alone));
  }
  const ms = (values: number[], p: number) => Number(percentile(values, p).toFixed(2));
  figures.push({
    tokens,
    servedP50: ms(served, 0.5),
    bareP50: ms(graph, 0.5),
    servedP95: ms(served, 0.95),
    bareP95: ms(graph, 0.95),
    ratioP95: Number((percentile(served, 0.95) / percentile(graph, 0.95)).toFixed(3)),
  });
}
await classifier.release();
await bare.release();
rmSync(folder, { recursive: true });
if (json) console.log(JSON.stringify(figures));
else console.table(figures);
