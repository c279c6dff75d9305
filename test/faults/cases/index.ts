import type { FaultCase } from '../fault-case.js';
import { gatewayCases } from './gateway-cases.js';
import { modelCases } from './model-cases.js';
import { orderApiCases } from './order-api-cases.js';
import { postgresCases } from './postgres-cases.js';
import { redisCases } from './redis-cases.js';

/** Every fault, and one run without any, by which the others are to be read. */
export const faultCases: FaultCase[] = [
  { name: 'calm', fault: 'none', short: true, inject: ({ lasting }) => lasting(5) },
  ...modelCases,
  ...redisCases,
  ...postgresCases,
  ...gatewayCases,
  ...orderApiCases,
];
