import type { Part } from '../../../shared/schema/message.ts';
import type { Chat } from '../chat.ts';
import { readFile } from '../connection/files.ts';
import { formatSize } from '../format.ts';
import { Icon } from './Icon.tsx';

const picture = /\.(png|jpe?g|gif|webp)$/i;

/** A file of the conversation: seen where it is a picture, and saved by its button. */
export function FilePart({ chat, part }: { chat: Chat; part: Part & { type: 'file' } }) {
  const { id, name, size } = part;
  /** Files need the token, so they come as bytes and get an address of this page's own. */
  const read = async (use: (address: string) => void) => {
    const blob = await readFile(chat.connection, id);
    if (blob) use(URL.createObjectURL(blob));
  };
  return (
    <>
      {picture.test(name) && (
        <img
          class="picture"
          alt={name}
          hidden
          ref={(image) =>
            read((address) => {
              image.src = address;
            })
          }
          // Shown only when it loads: a page may forbid pictures made from memory.
          onLoad={({ currentTarget }) => {
            currentTarget.hidden = false;
            URL.revokeObjectURL(currentTarget.src);
          }}
        />
      )}
      <button type="button" class="file" onClick={() => read((address) => saveAs(address, name))}>
        <Icon shape="clip" />
        <span>{name}</span>
        <small>{formatSize(size, chat.language)}</small>
      </button>
    </>
  );
}

function saveAs(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
