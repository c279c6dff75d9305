/**
 * Training speed beside PyTorch: `npm run bench -- train [--json]`. Examples per second of whole steps (forward, backward, clip, AdamW, weight
 * average; word embeddings frozen) at three lengths, PyTorch at the better of one and two threads. The two take turns and the
 * best round of each counts, so that other work on the machine disturbs both alike. Messages are up to 7 tokens shorter than the length;
 * PyTorch computes that padding, as it does by default, while our steps leave it out.
 * Both run in a child with the environment that the platform's own training has.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { trainingEnvironment } from '#onnx-train';

const compare = fileURLToPath(new URL('./train/compare.js', import.meta.url));
const env = { ...process.env, ...trainingEnvironment };
const { status } = spawnSync(process.execPath, [compare, ...process.argv.slice(2)], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
