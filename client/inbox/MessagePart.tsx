import { FileText } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { inboxRoutes } from '../../shared/api/inbox.ts';
import { toAddress } from '../../shared/api/route.ts';
import type { Part } from '../../shared/schema/message.ts';
import styles from './MessagePart.module.css';

type Show<Type extends Part['type']> = ComponentType<{
  part: Extract<Part, { type: Type }>;
  conversation: string;
}>;

const shows: { [Type in Part['type']]: Show<Type> } = {
  text: ({ part }) => <p className={styles.text}>{part.text}</p>,
  notice: ({ part }) => <p className={styles.text}>{part.text}</p>,
  choice: ChoicePart,
  rating: RatingPart,
  image: ({ part }) => <img className={styles.image} src={part.url} alt={part.alt} loading="lazy" />,
  link: ({ part }) => (
    <a className={styles.link} href={part.url} target="_blank" rel="noopener noreferrer">
      {part.label}
    </a>
  ),
  file: FilePart,
};

/** A piece of a message, as the customer has seen it, but to read only. */
export function MessagePart({ part, conversation }: { part: Part; conversation: string }) {
  const Shown = shows[part.type] as ComponentType<{ part: Part; conversation: string }>;
  return <Shown part={part} conversation={conversation} />;
}

function ChoicePart({ part }: { part: Extract<Part, { type: 'choice' }> }) {
  const { t } = useTranslation('inbox');
  return (
    <ul className={styles.options} aria-label={t('part.options')}>
      {part.options.map(({ id, label }) => (
        <li key={id}>{label}</li>
      ))}
    </ul>
  );
}

function RatingPart({ part }: { part: Extract<Part, { type: 'rating' }> }) {
  const { t } = useTranslation('inbox');
  return <p className={styles.quiet}>{t('part.rating', { scale: t(`scale.${part.scale}`) })}</p>;
}

function FilePart({ part, conversation }: { part: Extract<Part, { type: 'file' }>; conversation: string }) {
  const { i18n } = useTranslation('inbox');
  const size = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.ceil(part.size / 1024));
  return (
    <a
      className={styles.file}
      href={toAddress(inboxRoutes.inboxFile.path, { id: conversation, file: part.id })}
      download={part.name}
    >
      <FileText size={16} aria-hidden />
      <span className={styles.fileName}>{part.name}</span>
      <span className={styles.quiet}>{size}</span>
    </a>
  );
}
