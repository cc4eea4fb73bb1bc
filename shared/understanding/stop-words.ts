import { normalise } from '../text/normalise.ts';

/**
 * Words that carry little of what a message means: function words, courtesy and greetings. Negations are
 * not among them. One list for all languages, since a bot's phrases may mix them.
 */
const lists = [
  `a an the this that these those i me my mine we us our you your he she it its they them their to of in on at by for from
  with about into as and or but if so then than is am are was were be been being do does did done have has had having can
  could will would shall should may might must im ive id ill youre hes shes weve theyre thats whats wheres hows theres
  what which who whom whose when where why how there here some any all just also too very really please pls thanks thank
  hi hello hey dear sir madam good morning afternoon evening want wanted need like get got getting make know tell
  give let go going come say said ask something anything thing things up out again now still yet way one lot much many`,
  `de het een dit dat deze die ik je jij jou jouw u uw hij zij ze hem haar wij we ons onze jullie hun mij me mijn zich
  van in op aan bij voor met door over uit naar tot om te als en of maar dan dus want is ben bent was waren zijn wordt
  worden word heb hebt heeft hebben had hadden kan kun kunt kunnen kon zal zult zullen zou zouden wil wilt willen moet
  moeten mag mogen doe doet doen gaan ga gaat wat welke wie waar wanneer waarom hoe er hier daar ook nog wel al even eens
  graag alsjeblieft alstublieft aub svp bedankt dank hoi hallo dag goedemorgen goedemiddag goedenavond beste meer zo
  heel erg nou iets alles veel weten vragen zeggen krijgen krijg`,
  `i a o w z na do od po za ze u we to ten ta te ci co czy jak jaka jaki jakie jest sa byc byl byla bylo bede bedzie
  mam masz ma macie maja moj moja moje moim moich mojego mojej mnie mi ja ty on ona ono my wy oni one pan pani panu panstwo
  pana sie go jej ich im swoj swoje swoja dla przez przy pod nad bez o ale lub albo oraz bo ze zeby aby gdzie kiedy
  dlaczego czemu ile kto ktory ktora ktore tu tam juz jeszcze tylko tez takze bardzo prosze dziekuje dzieki czesc dzien
  dobry hej witam witaj moge mozna mozesz mozecie chce chcial chcialbym chcialabym musze potrzebuje cos wiedziec wiem
  jestem tego tym tej tych tak moglbym moglabym`,
  `аз ти той тя то ние вие те ми ме мен мене му я ни ви ги им си се мой моя моят моята мое моето моите ваш ваша вашата
  вашият вашето вашите твой твоя на в във с със за от до по при над под през към и или но а че да ли ако като когато
  кога къде как какво каква какъв какви кой коя кое кои защо колко е съм сте са сме бе беше бях бъде бъда ще имам имате има
  може мога можете можем искам искаме искате бих трябва тук там това този тази тези онзи вече още само също много моля
  благодаря мерси здравей здравейте здрасти добър ден добро утро вечер нещо всичко един една едно така`,
];

export const stopWords: ReadonlySet<string> = new Set(
  lists.flatMap((list) => list.split(/\s+/).map((word) => normalise(word))),
);
