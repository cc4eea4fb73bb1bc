import { useTranslation } from 'react-i18next';
import styles from './FactList.module.css';

export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly value: string | number | boolean;
}

/** Names and values, one below the other; addresses and numbers can be followed. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const { t, i18n } = useTranslation('inbox');
  const toText = (value: Fact['value']) => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return typeof value === 'number' ? new Intl.NumberFormat(i18n.language).format(value) : value;
  };
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, label, value }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{toLink(name, value) ?? toText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function toLink(name: string, value: Fact['value']) {
  if (typeof value !== 'string') return null;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return <a href={`mailto:${value}`}>{value}</a>;
  if (/phone/i.test(name) && /^[+\d][\d\s()-]{5,}$/.test(value))
    return <a href={`tel:${value.replace(/[\s()-]/g, '')}`}>{value}</a>;
  return null;
}
