import type { PersonWords } from './person-words.ts';

export const nl: PersonWords = {
  phrases: `mens|mens aub|mens graag|medewerker|medewerker aub|een medewerker graag|echt persoon|echte persoon|een echt mens|
persoon aub|operator|klantenservice|klantenservice aub|klantendienst|helpdesk graag|livechat|live chat|collega aub|
kan ik een medewerker spreken|kan ik iemand spreken|kan ik met iemand praten|kan ik met een mens praten|mag ik iemand spreken|
ik wil een medewerker spreken|ik wil een mens spreken|ik wil met een mens praten|ik wil met iemand praten|ik wil iemand spreken|
ik wil graag een medewerker spreken|ik wil een echt persoon spreken|ik zou graag iemand aan de lijn willen|
verbind me door|verbind mij door|verbind me door met een medewerker|kunt u mij doorverbinden|kun je me doorverbinden|
doorverbinden aub|zet me door naar een medewerker|geef me een mens|geef me een medewerker|geef me een echt persoon|
ik wil geen bot|ik wil geen robot|geen bot maar een mens|ik wil niet met een bot praten|ik heb een mens nodig|
ik heb een medewerker nodig|is er iemand|is daar iemand|is er iemand die me kan helpen|is er een medewerker beschikbaar|
kan iemand me bellen|kan een medewerker mij bellen|contact met een medewerker|contact met een mens|
chatten met een medewerker|ik wil menselijk contact|mag ik uw leidinggevende spreken|rot op met die bot ik wil een mens|
nu een mens verdomme|kan ik chatten met een medewerker|schakel een medewerker in|haal er een mens bij`,
  nouns: `mens persoon personen medewerker medewerkers medewerkster operator consulent consulente adviseur
klantenservice klantendienst klantenservicemedewerker agent`,
  weakNouns: `iemand mensen collega collegas helpdesk leidinggevende manager team specialist expert personeel support
vertegenwoordiger chef baas`,
  contact: `spreken spreek praten praat chatten chat contact verbind verbinden verbinding doorverbinden doorverbonden bellen
bel belt telefonisch telefoon lijn overleggen schakel schakelen overnemen`,
  filler: `brengen brengt nou komen opnemen bereiken leggen vragen ik me mij mijn we wij een de het n echte echt levende levend menselijk menselijke live van jullie uw je jij u wil wilt willen
wou zou zouden graag kan kun kunt kunnen mag mogen moet moeten heb hebben nodig geef geven zet doe doorzetten met door
naar aan in bij om te er even eens nu meteen direct gelijk snel zo spoedig mogelijk vandaag gewoon liever alleen eindelijk
alsjeblieft alstublieft alsjeblief aub svp asjeblieft bedankt dank hallo hoi hey goedendag ok oke ja sorry beste daar hier
andere anders iets verdomme godverdomme fucking kut klote stomme domme bot robot computer en dan toch maar nog wel
is alstu please haal bij krijgen krijg verder eerst soort onmiddellijk asap via chat`,
  frames: `spreken met|praten met|praat met|spreek met|chatten met|bellen met|contact met|contact opnemen met|verbind me met|
verbind mij met|verbind me door met|verbind mij door met|doorverbinden met|doorverbonden worden met|verbinden met|
door naar|door met|ik wil|wil ik|ik wou|ik zou|ik moet|wil graag|geef me|geef mij|kan ik|kunnen we|mag ik|ik heb liever|
ik heb|liever|mij met|me met|kan er|kan u mij|haal`,
  tails: `over|betreffende|mbt|inzake|want|omdat|om te|om mij|om me|die mij|die me|die dit|die dat|die het|die echt|die wel|die kan|
voor hulp|vanwege|voordat|als|of|en niet|en geen|niet|ipv|in plaats|i p v|aangaande|rond|wegens|maar`,
  negations: 'niet geen nooit zonder',
  vetoes: `ben je|ben jij|bent u|ben ik|is dit|is dat|praat ik met|spreek ik met|chat ik met|jij een|je een|bent een|wie is|
bent jij|ik als|ik ben`,
};
