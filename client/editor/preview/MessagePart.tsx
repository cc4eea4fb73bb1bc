import { Paperclip } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '../../../shared/schema/message.ts';
import { keepFocus } from './keep-focus.ts';
import { RatingButtons } from './RatingButtons.tsx';
import styles from './SimulatorTranscript.module.css';
import { send } from './simulator.ts';
import { useSimulator } from './simulator-context.ts';
import { useAsset } from './use-asset.ts';

interface Props<P> {
  part: P;
  message: string;
  answered: boolean;
}
type Show<Type extends Part['type']> = ComponentType<Props<Extract<Part, { type: Type }>>>;

const shows: { [Type in Part['type']]: Show<Type> } = {
  text: ({ part }) => <p className={styles.text}>{part.text}</p>,
  notice: ({ part }) => <p className={styles.text}>{part.text}</p>,
  choice: ChoicePart,
  rating: ({ part, message, answered }) => (
    <RatingButtons scale={part.scale} message={message} answered={answered} />
  ),
  image: ImagePart,
  link: ({ part }) => (
    <a className={styles.link} href={part.url} target="_blank" rel="noopener noreferrer">
      {part.label}
    </a>
  ),
  file: ({ part }) => (
    <span className={styles.file}>
      <Paperclip size={14} aria-hidden /> {part.name}
    </span>
  ),
};

/** A piece of a message; buttons and ratings can be pressed. */
export function MessagePart(props: Props<Part>) {
  const Shown = shows[props.part.type] as ComponentType<Props<Part>>;
  return <Shown {...props} />;
}

function ChoicePart({ part, message, answered }: Props<Extract<Part, { type: 'choice' }>>) {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  if (part.suggestions && answered) return null;
  const press = (option: string, label: string) =>
    send(store, part.suggestions ? { text: label } : { pressed: { option, message } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame and wants a legend.
    <div className={styles.options} role="group" aria-label={t(part.suggestions ? 'suggestions' : 'options')}>
      {part.options.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className={styles.option}
          data-answered={answered || undefined}
          onClick={(event) => {
            if (part.suggestions) keepFocus(event);
            press(id, label);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function ImagePart({ part }: Props<Extract<Part, { type: 'image' }>>) {
  const address = useAsset(part.url);
  return <img className={styles.image} src={address} alt={part.alt} />;
}
