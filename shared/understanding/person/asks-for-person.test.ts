import { expect, test } from 'vitest';
import { normalise } from '../../text/normalise.ts';
import { asksForPerson } from './asks-for-person.ts';
import { bg } from './bg.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';

const sets = { en, nl, pl, bg };
type Language = keyof typeof sets;

const requests: Record<Language, string[]> = {
  en: [
    'Let me talk to a real human please',
    'HUMAN!!!',
    'agent pls',
    'I would like to speak with someone from your team about my invoice',
    'this is useless. give me a person now',
    'can you connect me to a live person?',
    'could you please transfer me to a representative',
    'i need to speak to an advisor because my parcel is lost',
    'is it possible to chat with a human being',
    'my order is late can i talk to someone',
    "I don't want a bot, I want to speak to an actual person",
    'get me a fucking human',
    'representitive',
    'put me through to customer service operator please',
    'no i want a human',
    'can I speak to a manager',
    'I need a human to help me',
    'Hi, may I have an agent please?',
  ],
  nl: [
    'mens aub!!',
    'Kan ik een echt mens spreken?',
    'mag ik een medewerker aan de lijn',
    'ik wil nu een medewerker spreken over mijn factuur',
    'wilt u mij doorverbinden met een medewerker alstublieft',
    'kunt u me in contact brengen met een medewerker',
    'ik wil graag met iemand praten over mijn bestelling',
    'geef me nou gewoon een mens',
    'Dit werkt niet. Verbind me door met een consulent',
    'ik heb liever een echt persoon',
    'medwerker graag',
    'kan ik chatten met iemand van jullie',
    'verdomme ik wil een mens',
    'is het mogelijk om een medewerker te spreken',
    'Hallo, ik zou graag een medewerker willen spreken want mijn pakket is kwijt',
    'ik wil met een mens chatten, niet met een bot',
  ],
  pl: [
    'konsultant!!',
    'Chcę rozmawiać z żywym człowiekiem',
    'czy mogę porozmawiać z kimś z obsługi',
    'proszę mnie połączyć z konsultantem',
    'poproszę o rozmowę z pracownikiem w sprawie faktury',
    'dawaj człowieka kurwa',
    'chcialabym porozmawiac z prawdziwa osoba',
    'wolę rozmawiać z człowiekiem',
    'To nie działa. Połącz mnie z kimś',
    'mozna rozmawiac z konsultantem?',
    'konsulatnt',
    'dzień dobry, chcę się skontaktować z doradcą',
    'przełącz mnie na konsultanta',
    'potrzebuję pilnie konsultanta bo paczka zaginęła',
    'czy jest możliwy kontakt z człowiekiem',
    'poproszę żywego konsultanta',
  ],
  bg: [
    'ЧОВЕК!',
    'искам веднага да говоря с жив човек',
    'Здравейте, може ли да говоря с консултант?',
    'моля свържете ме със служител',
    'искам да говоря с някого за поръчката ми',
    'дайте оператор',
    'бих искала да се свържа с ваш служител',
    'може ли някой да се обади',
    'Това не работи. Свържете ме с човек',
    'предпочитам да говоря с човек',
    'консултнат',
    'искам истински човек вместо бот',
    'прехвърлете ме към някой консултант',
    'трябва ми оператор веднага',
    'мога ли да поговоря със служител относно фактура',
    'iskam da govorq s chovek',
  ],
};

const lookalikes: Record<Language, string[]> = {
  en: [
    'my agent code is 12',
    'are you a human?',
    'am I talking to a real person?',
    'what is the agent fee',
    'how do I become an agent',
    'price per person',
    'the person who delivered it was rude',
    'I am a travel agent',
    'can someone else collect my parcel',
    'someone stole my card',
    'how many people work there',
    'I talked to an agent yesterday and he promised a refund',
    'human resources vacancies',
    'where is the real estate agent located',
    'I do not want to talk to a person',
    'a two person tent',
    'can I get the operator manual',
    'what does your support cost',
    'I had multiple rejections, please advise',
    'do I need to speak to a representative to change my pin?',
    'how do I share it with another person',
  ],
  nl: [
    'de mens achter het bedrijf',
    'ben je een mens?',
    'spreek ik met een medewerker?',
    'hoeveel mensen werken er',
    'prijs per persoon',
    'kan ik als medewerker korting krijgen',
    'iemand heeft mijn pakket aangenomen',
    'ik wil geen medewerker spreken',
    'ik ben een medewerker van de winkel',
    'tent voor twee personen',
    'kan iemand anders mijn pakket ophalen',
    'de medewerker in de winkel was onvriendelijk',
    'vacature medewerker magazijn',
    'wat is jullie telefoonnummer voor retouren',
    'mijn collega heeft besteld',
    'mensenrechten',
    'contact met de bezorger was slecht',
  ],
  pl: [
    'czy jesteś człowiekiem?',
    'czy rozmawiam z konsultantem?',
    'cena za osobę',
    'kod konsultanta to 12',
    'jestem agentem ubezpieczeniowym',
    'ile osób mieści się w pokoju',
    'pracownik sklepu był niemiły',
    'ktoś odebrał moją paczkę',
    'jak zostać konsultantem',
    'nie chcę rozmawiać z człowiekiem',
    'konsultant powiedział że dostanę zwrot',
    'szukam pracy jako konsultant',
    'czy inna osoba może odebrać paczkę',
    'zmiana operatora sieci',
    'obsługa aplikacji mobilnej',
    'prawa człowieka',
    'instrukcja obsługi pralki',
  ],
  bg: [
    'ти човек ли си?',
    'с човек ли говоря?',
    'цена на човек',
    'колко човека работят при вас',
    'кодът на агента е 12',
    'служителят в магазина беше груб',
    'смяна на мобилен оператор',
    'някой ми взе пратката',
    'как да стана консултант',
    'не искам да говоря с човек',
    'консултантът каза че ще върнете парите',
    'човешки права',
    'аз съм служител в банка',
    'може ли друг човек да вземе пратката',
    'търся работа като оператор',
    'стая за двама човека',
    'кой е човекът зад фирмата',
  ],
};

const languages = Object.keys(sets) as Language[];
const toSet = (language: Language) =>
  new Set(sets[language].phrases.split('|').map((phrase) => normalise(phrase)));

test.each(languages)('the set of %s has at least 40 phrases and finds them all', (language) => {
  const phrases = [...toSet(language)];
  expect(phrases.length).toBeGreaterThanOrEqual(40);
  expect(phrases.filter((phrase) => !asksForPerson(phrase))).toEqual([]);
});

test.each(languages)('in %s requests that are not in the set are understood', (language) => {
  const known = toSet(language);
  const unseen = requests[language].filter((text) => !known.has(normalise(text)));
  expect(unseen.length).toBeGreaterThanOrEqual(15);
  expect(unseen.filter((text) => !asksForPerson(text))).toEqual([]);
});

test.each(languages)('in %s what only looks like a request is none', (language) => {
  expect(lookalikes[language].length).toBeGreaterThanOrEqual(15);
  expect(lookalikes[language].filter((text) => asksForPerson(text))).toEqual([]);
});

test.each([
  '',
  '?!',
  'hello',
  'hoi',
  'cześć',
  'здравейте',
  'yes',
  'nie',
  'where is my order?',
  'help',
  'bot',
  '123456',
])('%j asks for nobody', (text) => {
  expect(asksForPerson(text)).toBe(false);
});

test('a long message is judged at once', () => {
  const started = performance.now();
  asksForPerson('i want to talk to '.repeat(4_000));
  expect(performance.now() - started).toBeLessThan(500);
});
