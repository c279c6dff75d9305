import { Component } from 'preact';
import type { AttachmentView } from '#contracts';
import { maxBytes, maxFiles, type FileTransfer } from '../files.js';
import type { Translation } from '../locale.js';
import { CloseIcon, FileIcon } from './icons.js';

/** A file that was chosen for the next message. */
interface Upload {
  key: number;
  file: File;
  share: number;
  attachment: AttachmentView | null;
  /** Why it is not sent; empty: it is, or is on its way. */
  problem: string;
  /** Whether another try may do. */
  again: boolean;
  abort: AbortController;
}

interface Props {
  t: Translation;
  upload: FileTransfer['upload'];
  /** Gives the composer hold of it: Preact sets no ref of a component. */
  mounted: (uploads: Uploads) => void;
  /** Files are chosen, or gone. */
  changed: (files: { ready: AttachmentView[]; busy: boolean }) => void;
}

/** Files on their way, each with its progress; all of them before the message that names them. */
export class Uploads extends Component<Props, { uploads: Upload[] }> {
  override state: { uploads: Upload[] } = { uploads: [] };
  /** What `state` will be: several files change before it is drawn. */
  #uploads: Upload[] = [];
  #next = 0;

  override componentDidMount() {
    this.props.mounted(this);
  }

  add(files: Iterable<File>) {
    const { t } = this.props;
    const room = maxFiles - this.#uploads.length;
    const added = [...files].map((file, index): Upload => {
      const problem =
        index >= room ? t.text('filesMany', { n: maxFiles }) : file.size > maxBytes ? t.text('fileLarge') : '';
      const state = { share: 0, attachment: null, problem, again: false };
      return { key: this.#next++, file, ...state, abort: new AbortController() };
    });
    this.#set([...this.#uploads, ...added]);
    for (const upload of added) if (!upload.problem) void this.#send(upload);
  }

  clear() {
    this.#set([]);
  }

  #set(uploads: Upload[]) {
    this.#uploads = uploads;
    this.setState({ uploads });
    const ready = uploads.flatMap(({ attachment }) => attachment ?? []);
    this.props.changed({ ready, busy: ready.length < uploads.length });
  }

  #change(key: number, patch: Partial<Upload>) {
    this.#set(this.#uploads.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)));
  }

  async #send({ key, file, abort }: Upload) {
    try {
      const answer = await this.props.upload(file, (share) => this.#change(key, { share }), abort.signal);
      if (answer.ok) this.#change(key, { attachment: answer.data, share: 1 });
      else this.#change(key, { problem: answer.error.message, again: answer.error.code === 'RATE_LIMITED' });
    } catch {
      this.#change(key, { problem: this.props.t.text('fileFailed'), again: true });
    }
  }

  #retry(upload: Upload) {
    this.#change(upload.key, { problem: '', share: 0 });
    void this.#send(upload);
  }

  #remove({ key, abort }: Upload) {
    this.#set(this.#uploads.filter((upload) => upload.key !== key));
    abort.abort();
  }

  override render({ t }: Props, { uploads }: { uploads: Upload[] }) {
    if (uploads.length === 0) return null;
    return (
      <ul class="uploads" aria-label={t.text('files')}>
        {uploads.map((upload) => (
          <li key={upload.key}>
            <FileIcon />
            <span dir="auto">{upload.file.name}</span>
            {upload.problem ? (
              <span class="failed" role="alert" dir="auto">
                {upload.problem}{' '}
                {upload.again ? (
                  <button type="button" class="link" onClick={() => this.#retry(upload)}>
                    {t.text('retry')}
                  </button>
                ) : null}
              </span>
            ) : upload.attachment ? null : (
              <progress aria-label={t.text('sending')} value={upload.share} />
            )}
            <button
              type="button"
              class="icon"
              aria-label={`${t.text('remove')}: ${upload.file.name}`}
              onClick={() => this.#remove(upload)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
    );
  }
}
