import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Config } from '#config';
import type { Program } from './program.js';

const built = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface App {
  name: string;
  /** The setting that names its port, where it also answers /health/ready. */
  setting: string;
  port: number;
}

/** In the order of starting: who serves comes after who works for it. */
export function appsOf({ ports }: Config): App[] {
  const apps = [
    { name: 'inference-worker', setting: 'INFERENCE_WORKER_PORT', port: ports.inferenceWorker },
    { name: 'escalation', setting: 'ESCALATION_PORT', port: ports.escalation },
    { name: 'trainer', setting: 'TRAINER_PORT', port: ports.trainer },
    { name: 'gateway', setting: 'PORT', port: ports.gateway },
    { name: 'demo-shop', setting: 'DEMO_SHOP_PORT', port: ports.demoShop },
  ];
  return apps.filter(({ name }) => existsSync(built(`${name}/src/main.js`)));
}

export function programOf({ name }: App): Program {
  const follow = new URL('./follow-launcher.js', import.meta.url).href;
  return {
    name,
    file: process.execPath,
    args: ['--enable-source-maps', '--import', follow, built(`${name}/src/main.js`)],
    stopSignal: 'SIGTERM',
    channel: true,
  };
}
