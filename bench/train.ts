/**
 * Training speed beside PyTorch: `npm run bench -- train [--json]`. It measures examples per second of whole steps (forward,
 * backward, clip, AdamW, weight average; word table frozen) at three lengths, with PyTorch at the better of one and two threads.
 * The two take turns and the best round of each counts, so that other work on the machine disturbs both alike. Messages are up to
 * 7 tokens shorter than the length. PyTorch computes that padding, as it does by default; our steps leave it out.
 *
 * Without PyTorch it measures our steps alone. Where PyTorch has only the reference BLAS, it says what to install and exits with 1.
 * Both sides run in a child with the environment of the platform's own training.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { trainingEnvironment } from '#onnx-train';

const compare = fileURLToPath(new URL('./train/compare.js', import.meta.url));
const env = { ...process.env, ...trainingEnvironment };
const { status } = spawnSync(process.execPath, [compare, ...process.argv.slice(2)], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
