/** Folders of files that are whole or absent, and checked byte by byte against their SHA256SUMS. */
export * from './checksums.js';
export * from './whole-folder.js';
