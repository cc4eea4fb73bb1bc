import { languageSchema } from '../../../shared/schema/fields.ts';

/** Languages that are offered by name; any other can be typed by its short code. */
export const commonLanguages: readonly string[] =
  'ar bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka ko lb lt lv mk mt nb nl pl pt pt-BR ro ru sk sl sq sr sv th tr uk vi zh'.split(
    ' ',
  );

/** The language that a typed code means, in its usual form (`pt-br` is `pt-BR`, `dut` is `nl`); null: none. */
export function toLanguageTag(typed: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim());
    return languageSchema.safeParse(tag).success ? (tag ?? null) : null;
  } catch {
    return null;
  }
}
