import type { PersonWords } from './person-words.ts';

export const pl: PersonWords = {
  phrases: `konsultant|konsultanta|konsultant proszę|człowiek|człowieka|człowiek proszę|pracownik|agent|doradca|operator|
żywy człowiek|prawdziwy człowiek|obsługa klienta|biuro obsługi klienta|infolinia|czat na żywo|
chcę rozmawiać z konsultantem|chcę rozmawiać z człowiekiem|chcę porozmawiać z konsultantem|chcę porozmawiać z człowiekiem|
chciałbym porozmawiać z konsultantem|chciałabym porozmawiać z pracownikiem|czy mogę porozmawiać z konsultantem|
czy mogę rozmawiać z człowiekiem|czy mogę z kimś porozmawiać|mogę z kimś pogadać|proszę o połączenie z konsultantem|
proszę połączyć mnie z konsultantem|połącz mnie z konsultantem|połącz z człowiekiem|połącz z doradcą|
proszę o kontakt z konsultantem|proszę o kontakt z pracownikiem|przełącz mnie do konsultanta|przełącz na konsultanta|
przekieruj do pracownika|poproszę konsultanta|poproszę z człowiekiem|potrzebuję konsultanta|potrzebuję człowieka|
potrzebuję rozmowy z człowiekiem|rozmowa z konsultantem|rozmowa z człowiekiem|kontakt z człowiekiem|
dajcie mi człowieka|daj mi człowieka|dawaj człowieka|dawać mi tu człowieka|nie chcę rozmawiać z botem|
nie chcę gadać z botem|nie chcę bota|nie chcę rozmawiać z automatem|chcę żywego człowieka|jest tam ktoś|jest tu ktoś|
czy ktoś tam jest|halo jest tam ktoś|czy ktoś może do mnie zadzwonić|czy może mi pomóc człowiek|
kurwa dajcie człowieka|wezwij konsultanta|niech odezwie się konsultant|chcę rozmawiać z kierownikiem`,
  nouns: `konsultant konsultanta konsultantem konsultantowi konsultanci konsultantka konsultantki konsultantke konsultantką
konsultantami człowiek człowieka człowiekiem człowiekowi pracownik pracownika pracownikiem pracownikowi pracownicy
pracownica pracownicą doradca doradcy doradcę doradcą agent agenta agentem operator operatora operatorem operatorowi
przedstawiciel przedstawiciela przedstawicielem infolinia infolinii infolinię infolinią obsługa obsługi obsługą`,
  weakNouns: `ktoś kogoś kimś komuś ludzie ludźmi ludzi osoba osobę osoby osobą kierownik kierownika kierownikiem
przełożony przełożonego przełożonym menedżer menedżerem menadżerem specjalista specjalistą specjalisty szef szefem ekspert
ekspertem zespołem kolega kolegą personel personelem`,
  contact: `rozmawiać porozmawiać pogadać gadać mówić rozmowa rozmowy rozmowę połącz połączyć połączenie połączcie połączenia
przełącz przełączyć przełączenie przełączcie przekieruj przekierować przekierowanie skontaktować kontakt kontaktu
skontaktuj czat czacie chat czatować pisać popisać zadzwonić zadzwoni telefonicznie wezwij żywy żywą żywym`,
  filler: `ja mnie mi ze z do na o w od się to tu tutaj tam teraz zaraz już natychmiast szybko pilnie dziś od razu chcę chce chciałbym chciałabym
chciałem chciałam chcemy wolę wolałbym wolałabym mogę mogłbym mogłabym możesz może można możecie możliwe czy
proszę prosze poproszę poprosić prosić prosiłbym prosiłabym proszę potrzebuję potrzebny potrzebna musze muszę muszę
daj dajcie dać dawaj dawać jakiś jakąś jakimś jakiegoś jakaś jakiś żywego żywą prawdziwy prawdziwego prawdziwym prawdziwą
normalny normalnym normalnego realnym klienta biura biuro państwa waszym waszego wasz z waszą bezpośrednio tylko po prostu
jednak wreszcie halo hej cześć dzień dobry witam ok tak kurwa cholera cholerny cholernego jasna zamiast bota botem bot
robota być uprzejmie bardzo dziękuję dzięki i pan pani panem panią niech kolwiek jeszcze lepiej najlepiej raczej wolałbym
na żywo konkretnym`,
  frames: `rozmawiać z|porozmawiać z|pogadać z|gadać z|mówić z|rozmowa z|rozmowy z|rozmowę z|połącz mnie z|połącz z|połączyć mnie z|
połączyć się z|połączyć z|połączenie z|połączcie mnie z|przełącz mnie do|przełącz do|przełącz na|przełączyć mnie do|
przełączyć do|przełączenie do|przełączcie mnie do|przekieruj mnie do|przekieruj do|kontakt z|kontaktu z|skontaktować się z|
skontaktować z|skontaktować mnie z|czat z|pisać z|popisać z|chcę|chciałbym|chciałabym|wolę|potrzebuję|poproszę|proszę o|
dajcie mi|daj mi|dajcie|dawaj|dawać|czy mogę|mogę|czy można|rozmawiać ze|porozmawiać ze|połącz ze`,
  tails: `o|w sprawie|odnośnie|na temat|ws|dotyczące|w kwestii|w związku|bo|ponieważ|gdyż|który|która|którzy|żeby|aby|w celu|i nie|a nie|
nie|zanim|jeśli|albo|lub|dlatego|z działu|z biura|z obsługi|z waszej|z waszego|ale`,
  negations: 'nie bez nigdy',
  vetoes: `jesteś|czy jest pan|czy jest pani|czy to|rozmawiam z|czy rozmawiam|piszę z|jestem|czyli|to jest|kim jest|kto jest|
pan jest|pani jest`,
};
