import { fileURLToPath } from 'node:url';
import type { Config } from '#config';
import type { Program } from '#local-services';

const built = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface App {
  name: string;
  /** The setting that names its port, where it also answers /health/ready. */
  setting: string;
  port: number;
}

/** In the order of starting: who serves comes after who works for it. The demo shop is for the demo. */
export function appsOf({ ports, environment }: Config): App[] {
  const demoShop = { name: 'demo-shop', setting: 'DEMO_SHOP_PORT', port: ports.demoShop };
  return [
    { name: 'inference-worker', setting: 'INFERENCE_WORKER_PORT', port: ports.inferenceWorker },
    { name: 'escalation', setting: 'ESCALATION_PORT', port: ports.escalation },
    { name: 'trainer', setting: 'TRAINER_PORT', port: ports.trainer },
    { name: 'gateway', setting: 'PORT', port: ports.gateway },
    ...(environment === 'production' ? [] : [demoShop]),
  ];
}

/** `watch`: starts the app anew whenever one of its compiled files changes. */
export function programOf({ name }: App, watch: boolean): Program {
  const follow = new URL('./follow-launcher.js', import.meta.url).href;
  return {
    name,
    file: process.execPath,
    args: [...(watch ? ['--watch'] : []), '--enable-source-maps', '--import', follow, built(`${name}/src/main.js`)],
    stopSignal: 'SIGTERM',
    channel: true,
  };
}
