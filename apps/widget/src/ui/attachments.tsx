import { Component, createRef } from 'preact';
import type { AttachmentView } from '#contracts';
import type { FileTransfer } from '../files.js';
import type { Translation } from '../locale.js';
import { FileIcon } from './icons.js';

interface Props {
  attachment: AttachmentView;
  read: FileTransfer['read'];
  t: Translation;
}

/** A picture where it stands, anything else as a file to keep. */
export const Attachment = (props: Props) =>
  props.attachment.width === null ? <File {...props} /> : <Picture {...props} />;

/** Drawn at most so wide, in pixels: enough for a phone's whole width. What is downloaded is whole. */
const drawnWidth = 1024;

/** Drawn on a canvas: an image of a blob would need `img-src blob:` in the shop's content security policy. */
class Picture extends Component<Props, { url: string; failed: boolean }> {
  override state = { url: '', failed: false };
  #gone = false;
  #canvas = createRef<HTMLCanvasElement>();

  override componentDidMount() {
    this.#draw().catch(() => !this.#gone && this.setState({ failed: true }));
  }

  async #draw() {
    const { id, width } = this.props.attachment;
    const content = await this.props.read(id);
    const bitmap = await createImageBitmap(content, {
      resizeWidth: Math.min(width!, drawnWidth),
      resizeQuality: 'high',
    });
    if (this.#gone) return;
    this.#canvas.current!.getContext('bitmaprenderer')!.transferFromImageBitmap(bitmap);
    this.setState({ url: URL.createObjectURL(content) });
  }

  override componentWillUnmount() {
    this.#gone = true;
    if (this.state.url) URL.revokeObjectURL(this.state.url);
  }

  override render({ attachment, ...rest }: Props, { url, failed }: { url: string; failed: boolean }) {
    if (failed) return <File attachment={attachment} {...rest} />;
    const { name, width, height } = attachment;
    // Its place is kept while it loads: nothing jumps.
    return (
      <a class="picture" href={url || undefined} download={name} title={name}>
        <canvas
          ref={this.#canvas}
          role="img"
          aria-label={name}
          aria-busy={!url}
          width={width!}
          height={height!}
          style={{ aspectRatio: `${width} / ${height}` }}
        />
      </a>
    );
  }
}

class File extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  #keep = () => {
    const { attachment, read } = this.props;
    this.setState({ failed: false });
    read(attachment.id).then(save(attachment.name), () => this.setState({ failed: true }));
  };

  override render({ attachment, t }: Props, { failed }: { failed: boolean }) {
    return (
      <>
        <button class="file" onClick={this.#keep} aria-label={`${t.text('download')}: ${attachment.name}`}>
          <FileIcon />
          <span dir="auto">{attachment.name}</span>
          <small>{size(attachment.bytes, t.locale)}</small>
        </button>
        {failed ? (
          <p class="meta failed" role="alert">
            {t.text('downloadFailed')}
          </p>
        ) : null}
      </>
    );
  }
}

const save = (name: string) => (content: Blob) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

export function size(bytes: number, locale: string): string {
  const [unit, divisor] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
  const style = { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, style).format(Math.max(bytes / divisor, 1));
}
