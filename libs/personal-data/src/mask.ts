import { redact } from './redact.js';

export interface MaskOptions {
  contactName?: string;
  orderNumberPattern?: string;
  customerNumberPattern?: string;
}

export interface Masked {
  text: string;
  /** The kind of each thing that was replaced. */
  found: string[];
}

export function mask(text: string, _options: MaskOptions = {}): Masked {
  const masked = redact(text);
  return { text: masked, found: masked === text ? [] : ['number'] };
}
