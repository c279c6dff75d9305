import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '#config';
import { createLogger, nestLogger } from '#observability';
import { Realtime } from './realtime.js';
import { headlessServer } from './cluster-adapter.js';

/** Starts an app that has no sockets of its own: HTTP is health and metrics, and news goes out through the cluster. */
export async function startHeadlessApp(name: string, module: new () => unknown, port: number): Promise<void> {
  const app = await NestFactory.create(module, { logger: nestLogger(createLogger(name)) });
  app.enableShutdownHooks();
  app.get(Realtime).attach(headlessServer());
  await app.listen(port, loadConfig().healthHost);
}
