import { loadConfig } from '#config';
import { startHeadlessApp } from '#realtime';
import { EscalationModule } from './escalation.module.js';

await startHeadlessApp('escalation', EscalationModule, loadConfig().ports.escalation);
