const codes =
  'bg cs da de el en es et fi fr ga hr hu is it lt lv mk mt nb nl pl pt ro ru sk sl sq sr sv tr uk ar he ja ko zh'.split(
    ' ',
  );

/** The languages to offer for a bot, named in the reader's language and sorted by it. */
export function botLanguages(screenLanguage: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(screenLanguage, { type: 'language' });
  const sort = new Intl.Collator(screenLanguage).compare;
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => sort(a.label, b.label));
}
