import { isIP } from 'node:net';
import type { Masker } from './kinds.js';

/** The versions of programs look the same. */
const candidate =
  /(?<![\p{L}\p{N}.:])(?<!(?:version|firmware|release|build|\bv)\s?)(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}:]|\.\d)/giu;

export const maskIpAddresses: Masker = (text, replace) =>
  text.replace(candidate, (found) => (found.length >= 5 && isIP(found) !== 0 ? replace('ip_address') : found));
