const longestMessage = 1_000;
const longestName = 120;

/** Say 'what follows is my name' wherever they stand. */
const introductions = `my name is|my names|my name's|the name is|i am called|you can call me|call me|mijn naam is|de naam is|
ik heet|noem me maar|nazywam się|nazywam sie|mam na imię|mam na imie|moje imię to|moje imie to|moje nazwisko to|
казвам се|името ми е|моето име е|аз се казвам|викат ми`;
/** Mean that only at the beginning. */
const openings = `i am|i'm|im|it is|it's|this is|name|ik ben|het is|dit is|met|naam|jestem|to ja|imię|imie|tu|аз съм|
казвам се|име|името|тук е`;
/** Say that what stands before is the name. */
const endings = `is my name|heet ik|is mijn naam|is de naam|się nazywam|sie nazywam|mam na imię|mam na imie|то ja|
се казвам|е името ми|ми е името`;
const greetings = `hi|hello|hey|hi there|hello there|good morning|good afternoon|good evening|yes|sure|ok|hoi|hallo|dag|
goedemorgen|goedemiddag|goedenavond|goedendag|ja|cześć|czesc|dzień dobry|dzien dobry|dobry wieczór|witam|tak|здравей|
здравейте|здрасти|добър ден|добро утро|добър вечер|да`;

const introduction = toPattern(introductions, '(?:^|[^\\p{L}])', "(?=[^\\p{L}'’]|$)[\\s:]{0,10}");
const opening = toPattern(openings, '^', '(?:\\s{1,5}|\\s{0,5}[:=]\\s{0,5})');
const ending = toPattern(endings, '[\\s,]{1,5}', '$');
const greeting = toPattern(greetings, '^', '(?:[\\s,.!]{1,10})');

/**
 * The name in a message, without 'my name is' and the like in four languages; where nothing of the kind
 * stands, the whole text, trimmed. Null when no letter is left. At most 120 characters.
 */
export function parseName(text: string): string | null {
  const message = text.slice(0, longestMessage).normalize('NFC').replace(/\s+/gu, ' ').trim();
  const name = trimSigns(toNamePart(message));
  return /\p{L}/u.test(name) ? [...name].slice(0, longestName).join('').trim() : null;
}

function toNamePart(message: string): string {
  const introduced = introduction.exec(message);
  const after = introduced === null ? '' : toClause(message.slice(introduced.index + introduced[0].length));
  if (/\p{L}/u.test(after)) return after;
  const ungreeted = withoutStart(message, greeting);
  const clause = trimSigns(ungreeted);
  const ended = ending.exec(clause);
  if (ended !== null && ended.index > 0) return clause.slice(0, ended.index);
  const opened = withoutStart(ungreeted, opening);
  return opened === ungreeted ? ungreeted : toClause(opened);
}

/** Up to the end of the clause; a full stop after an initial or a title ends none. */
function toClause(text: string): string {
  const end = /[,;!?()]|(?<=\p{L}{4})\.|\.(?=\s{0,3}$)/u.exec(text);
  return end === null ? text : text.slice(0, end.index);
}

function withoutStart(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, '');
  return /\p{L}/u.test(rest) ? rest : text;
}

function trimSigns(text: string): string {
  const trimmed = text.replace(/^[\s,;:.!?"“”„'«»()-]{1,50}/u, '').replace(/[\s,;:!?"“”„«»()-]{1,50}$/u, '');
  return trimmed.replace(/(?<=\p{L}{2})\.{1,5}$/u, '');
}

function toPattern(list: string, before: string, after: string): RegExp {
  const phrases = list
    .split('|')
    .map((phrase) => phrase.trim().replace("'", "['’]"))
    .sort((a, b) => b.length - a.length);
  return new RegExp(`${before}(?:${phrases.join('|')})${after}`, 'iu');
}
