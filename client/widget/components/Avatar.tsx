import type { Message } from '../../../shared/schema/message.ts';
import { toSafeAddress } from '../safe-address.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly from: Message['from'];
  /** Where addresses without a host begin. */
  readonly base: string;
}

/** A speaker's picture over a sign for a person or a bot, which is seen where none loads. */
export function Avatar({ from, base }: Props) {
  const address = toSafeAddress(from.avatar, base);
  const isPerson = from.kind === 'agent';
  return (
    <span class={isPerson ? 'avatar person' : 'avatar'} aria-hidden="true">
      <Icon shape={isPerson ? 'person' : 'bot'} />
      {address && <img key={address} src={address} alt="" onError={hide} />}
    </span>
  );
}

function hide({ currentTarget }: { currentTarget: HTMLImageElement }) {
  currentTarget.hidden = true;
}
