import { Component } from 'preact';
import type { Part } from '../../../shared/schema/message.ts';
import type { Chat } from '../chat.ts';
import { readFile } from '../connection/files.ts';
import { formatSize } from '../format.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly chat: Chat;
  readonly part: Part & { type: 'file' };
}

const picture = /\.(png|jpe?g|gif|webp)$/i;

/** A file of the conversation: seen where it is a picture, and saved by its button. */
export class FilePart extends Component<Props, { preview: string }> {
  override async componentDidMount() {
    if (!picture.test(this.props.part.name)) return;
    const blob = await this.read();
    if (blob) this.setState({ preview: URL.createObjectURL(blob) });
  }

  override componentWillUnmount() {
    URL.revokeObjectURL(this.state.preview);
  }

  override render({ chat, part: { name, size } }: Props) {
    const { preview } = this.state;
    return (
      <>
        {/* A page may forbid pictures made from memory: then only the button stays. */}
        {preview && (
          <img class="picture" src={preview} alt={name} onError={() => this.setState({ preview: '' })} />
        )}
        <button type="button" class="file" onClick={this.save}>
          <Icon shape="clip" />
          <span>{name}</span>
          <small>{formatSize(size, chat.language)}</small>
        </button>
      </>
    );
  }

  private read() {
    const { chat, part } = this.props;
    return readFile(chat.connection, part.id);
  }

  private save = async () => {
    const blob = await this.read();
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = this.props.part.name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}
