/** Keeps contents under keys of the form `workspace/attachment`, both UUIDs. */
export interface AttachmentStore {
  put(key: string, content: Uint8Array, mediaType: string): Promise<void>;
  /** Null: nothing is kept under this key. */
  get(key: string): Promise<Uint8Array | null>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
}
