import { Component } from 'preact';
import type { Message } from '../../../shared/schema/message.ts';
import { toSafeAddress } from '../safe-address.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly from: Message['from'];
  /** Where addresses without a host begin. */
  readonly base: string;
}

/** A speaker's picture; a person's has a green ring. Where none loads: a sign for a person or a bot. */
export class Avatar extends Component<Props, { failed: string }> {
  override render({ from, base }: Props) {
    const address = toSafeAddress(from.avatar, base);
    const isPerson = from.kind === 'agent';
    return (
      <span class={isPerson ? 'avatar person' : 'avatar'} aria-hidden="true">
        {address && address !== this.state.failed ? (
          <img src={address} alt="" onError={() => this.setState({ failed: address })} />
        ) : (
          <Icon shape={isPerson ? 'person' : 'bot'} />
        )}
      </span>
    );
  }
}
