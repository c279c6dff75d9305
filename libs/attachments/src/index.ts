/** Files with messages: what may be sent, where the content is kept, and who may read it. */
export * from './attachments.js';
export * from './attachments.module.js';
export type { AttachmentStore } from './store/attachment-store.js';
export { attachmentStore } from './store/configured-store.js';
