import { collectDefaultMetrics, Registry } from 'prom-client';

/** The process's metrics, in Prometheus text at GET /metrics. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });
