import { reservedSubjects } from '../../../shared/kinds/rule.ts';
import { newName } from '../document/new-id.ts';

const longest = 60;

// Bulgarian letters as the Transliteration Act of 2009 writes them; Polish ł has no combining form.
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sht ъ:a ь:y ю:yu я:ya ł:l ß:ss ø:o æ:ae'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** A name that flows can use for what a designer called something: `Order number` gives `order_number`. */
export function toVariableName(label: string, taken: readonly string[]): string {
  const plain = [...label.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longest);
  const base = /^[a-z]/.test(plain) ? plain : `v_${plain}`.replace(/_$/, '');
  return newName(base, [...taken, ...reservedSubjects], '_');
}
