import { loadConfig } from '#config';
import { startHeadlessApp } from '#conversation';
import { EscalationModule } from './escalation.module.js';

await startHeadlessApp('escalation', EscalationModule, loadConfig().ports.escalation);
