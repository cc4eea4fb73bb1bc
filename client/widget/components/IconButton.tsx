import { Icon, type Shape } from './Icon.tsx';

interface Props {
  readonly label: string;
  readonly shape: Shape;
  readonly flip?: boolean;
  readonly class?: string;
  readonly type?: 'submit';
  readonly disabled?: boolean;
  readonly 'aria-pressed'?: boolean;
  readonly onClick?: () => void;
}

/** A button that shows only a drawing; its name is read out, and seen when the pointer rests on it. */
export function IconButton({ label, shape, flip = false, ...rest }: Props) {
  return (
    <button type="button" class="plain" aria-label={label} title={label} {...rest}>
      <Icon shape={shape} flip={flip} />
    </button>
  );
}
