import type { HttpTexts } from '../en/http.ts';

const problems: HttpTexts['problems'] = {
  'bad-input': {
    title: 'De aanroep bevat fouten',
    detail:
      'Sommige velden ontbreken of kloppen niet. Verbeter wat onder errors staat en probeer het opnieuw.',
  },
  'bad-json': {
    title: 'De inhoud is geen JSON',
    detail:
      'De inhoud kon niet als JSON worden gelezen. Controleer aanhalingstekens, komma’s en de codering (UTF-8).',
  },
  'too-deep': {
    title: 'Te diep genest',
    detail: 'De inhoud heeft meer dan 64 niveaus van lijsten en objecten. Stuur hem platter.',
  },
  'wrong-type': {
    title: 'De inhoud heeft een ander type dan verwacht',
    detail: 'Stuur de inhoud als {{expected}} en vermeld dat in de kop Content-Type.',
  },
  'too-large': { title: 'Te groot', detail: 'Dit is groter dan {{limit}}. Stuur iets kleiners.' },
  'no-file': { title: 'Geen bestand', detail: 'Stuur één bestand in het onderdeel file.' },
  'file-refused': {
    title: 'Dit soort bestand wordt niet aangenomen',
    detail: 'Stuur een afbeelding, een pdf, een tekst of een kantoordocument.',
  },
  'sign-in': {
    title: 'Niet aangemeld',
    detail: 'Meld je aan of stuur een geldige API-sleutel mee en probeer het opnieuw.',
  },
  'bad-sign-in': {
    title: 'Aanmelden is niet gelukt',
    detail: 'Het e-mailadres of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
  },
  'bad-token': {
    title: 'Geen geldig token',
    detail:
      'Stuur het token van het gesprek mee in de kop Authorization. Is het kwijt, begin dan een nieuw gesprek.',
  },
  forbidden: {
    title: 'Niet toegestaan',
    detail: 'Dit mag je met jouw account niet. Vraag een beheerder om de rol {{roles}}.',
  },
  'wrong-origin': {
    title: 'Vanaf een andere pagina aangeroepen',
    detail:
      'Deze aanroep kwam van een pagina die dit niet mag. Open Baton op zijn eigen adres. Een programma dat de cookie gebruikt, stuurt dat adres mee als Origin, of gebruikt liever een API-sleutel.',
  },
  'origin-not-allowed': {
    title: 'Deze pagina mag de bot niet tonen',
    detail: 'Een beheerder of ontwerper kan {{origin}} toevoegen aan de pagina’s die deze bot mogen tonen.',
  },
  'not-found': { title: 'Niet gevonden', detail: 'Op dit adres is niets. Controleer het adres.' },
  'no-conversation': {
    title: 'Dit gesprek is er niet',
    detail: 'Dit gesprek bestaat niet of is niet voor jou.',
  },
  'no-bot': { title: 'Deze bot is er niet', detail: 'Er is geen bot met deze naam of id.' },
  'no-release': { title: 'Deze release is er niet', detail: 'Deze bot heeft geen release met dit nummer.' },
  'no-person': {
    title: 'Deze persoon is er niet',
    detail: 'Er is niemand met deze id. Laad de lijst opnieuw.',
  },
  'no-department': {
    title: 'Deze afdeling is er niet',
    detail: 'Er is geen afdeling met deze id. Laad de lijst opnieuw.',
  },
  'no-file-here': { title: 'Dit bestand is er niet', detail: 'Dit gesprek heeft geen bestand met deze id.' },
  'no-invitation': {
    title: 'Deze link werkt niet meer',
    detail: 'De link is al gebruikt of ouder dan zeven dagen. Vraag een beheerder om een nieuwe.',
  },
  'wrong-method': {
    title: 'Dat kan hier niet',
    detail: 'Dit adres kent {{method}} niet. Het kent {{allowed}}.',
  },
  'bot-off': {
    title: 'Deze chat is op dit moment gesloten',
    detail: 'De bot staat uit of is nog niet gepubliceerd. Probeer het later opnieuw.',
  },
  'repeated-id': {
    title: 'Deze id is al voor iets anders gebruikt',
    detail:
      'Er is al een aanroep met dezelfde id of Idempotency-Key en een andere inhoud verwerkt. Gebruik een nieuwe.',
  },
  'bad-idempotency-key': {
    title: 'Deze Idempotency-Key is niet bruikbaar',
    detail:
      'Stuur één Idempotency-Key van 1 tot 255 afdrukbare ASCII-tekens, bijvoorbeeld een UUID, of laat de header weg.',
  },
  'message-not-fitting': {
    title: 'Dit antwoord past niet',
    detail:
      'Er staat geen bericht open waar dit een antwoord op is. Lees de nieuwste berichten en probeer het opnieuw.',
  },
  'conversation-ended': { title: 'Dit gesprek is afgelopen', detail: 'Begin een nieuw gesprek.' },
  'already-joined': { title: 'Iemand was je voor', detail: '{{name}} neemt al deel aan dit gesprek.' },
  'not-joined': { title: 'Je neemt niet deel', detail: 'Neem eerst deel aan het gesprek.' },
  'not-waiting': { title: 'Hier wacht niemand', detail: 'Dit gesprek staat niet in de wachtrij.' },
  'bot-silent': {
    title: 'De bot voert dit gesprek niet',
    detail: 'Dit kan alleen zolang de bot antwoordt. Rond het gesprek eerst af.',
  },
  'no-survey': {
    title: 'Deze enquête is er niet',
    detail: 'De bot heeft geen enquête met deze naam die een medewerker mag starten.',
  },
  'no-flow': {
    title: 'Deze flow is er niet',
    detail: 'De bot heeft geen flow met deze id die een medewerker mag sturen.',
  },
  'stale-draft': {
    title: 'Het concept is ondertussen veranderd',
    detail:
      'Iemand anders, of een ander venster, heeft deze bot gewijzigd. Beide versies staan in het antwoord.',
  },
  'change-refused': {
    title: 'Deze wijziging past niet bij de bot',
    detail: 'Het concept is gebleven zoals het was. Wat er mis is, staat onder errors.',
  },
  'bot-file-refused': {
    title: 'Dit botbestand bevat fouten',
    detail: 'Er is niets geïmporteerd. Verbeter wat onder errors staat en importeer het opnieuw.',
  },
  'not-publishable': {
    title: 'Er zijn nog fouten',
    detail: 'Verbeter de genoemde fouten en publiceer opnieuw. De vorige release blijft in gebruik.',
  },
  'slug-taken': {
    title: 'Dit adres is bezet',
    detail: 'Een andere bot heeft het adres {{slug}}. Kies een ander.',
  },
  'bot-in-use': {
    title: 'Er is nog iemand in gesprek',
    detail: 'Klanten wachten of spreken met een medewerker. Rond die gesprekken eerst af.',
  },
  'department-in-use': {
    title: 'Er wacht iemand op deze afdeling',
    detail: 'Beantwoord of verplaats eerst de wachtende gesprekken.',
  },
  'name-taken': { title: 'Deze naam is bezet', detail: 'Kies een andere naam.' },
  'email-taken': {
    title: 'Er is al een account met dit adres',
    detail: 'Wijzig de rollen van die persoon of gebruik een ander e-mailadres.',
  },
  'last-administrator': {
    title: 'Dit is de laatste beheerder',
    detail: 'Maak eerst iemand anders beheerder.',
  },
  'account-exists': {
    title: 'Het eerste account bestaat al',
    detail: 'Meld je aan of vraag een beheerder om een uitnodiging.',
  },
  'wrong-password': {
    title: 'Het huidige wachtwoord klopt niet',
    detail: 'Vul je huidige wachtwoord opnieuw in.',
  },
  'people-only': {
    title: 'Alleen voor personen',
    detail: 'Dit kan niet met een API-sleutel. Meld je aan als persoon.',
  },
  'not-failed': {
    title: 'Er is niets om opnieuw te proberen',
    detail: 'Alleen wat mislukt is, kan opnieuw worden geprobeerd.',
  },
  'too-many': { title: 'Te veel aanroepen', detail: 'Wacht {{seconds}} seconden en probeer het opnieuw.' },
  busy: {
    title: 'Nog niet klaar',
    detail: 'De server start op of de database antwoordt niet. Probeer het zo dadelijk opnieuw.',
  },
  internal: {
    title: 'Er ging aan onze kant iets mis',
    detail:
      'Er is niets gewijzigd. Probeer het opnieuw; gebeurt het weer, geef de beheerder dan dit nummer: {{id}}',
  },
};

const issues: HttpTexts['issues'] = {
  required: 'Dit ontbreekt.',
  'wrong-type': 'Dit moet {{expected}} zijn.',
  'unknown-field': 'Dit veld is onbekend: {{keys}}. Haal het weg.',
  'too-short': 'Er zijn minstens {{minimum}} tekens nodig.',
  empty: 'Dit mag niet leeg zijn.',
  'too-long': 'Er passen hoogstens {{maximum}} tekens in.',
  'too-few': 'Er zijn minstens {{minimum}} regels nodig.',
  'too-many': 'Er zijn hoogstens {{maximum}} regels mogelijk.',
  'too-small': 'Dit moet minstens {{minimum}} zijn.',
  'too-big': 'Dit mag hoogstens {{maximum}} zijn.',
  'one-of-values': 'Dit moet een van deze waarden zijn: {{values}}.',
  'one-of': 'Stuur precies één van de mogelijke velden.',
  email: 'Dit is geen e-mailadres, zoals naam@example.com.',
  uuid: 'Dit is geen UUID.',
  format: 'Dit heeft niet de verwachte vorm.',
  invalid: 'Dit is niet geldig.',
  'leads-nowhere': 'Dit leidt naar iets wat er niet is.',
};

const types: HttpTexts['types'] = {
  string: 'een tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  object: 'een object',
  record: 'een object',
  array: 'een lijst',
  null: 'null',
};

const outgoing: HttpTexts['outgoing'] = {
  status: 'De andere kant antwoordde met status {{status}}.',
  timeout: 'Geen antwoord binnen de tijdslimiet.',
  'too-large': 'Het antwoord was groter dan 1 MB.',
  'no-web-address': 'Alleen http- en https-adressen kunnen worden aangeroepen.',
  'private-address':
    'Dit is een privéadres. Noem de host in BATON_ALLOW_HOSTS op de server om het toe te staan.',
  'no-secret': 'Het geheim {{name}} is niet ingesteld. Stel het in bij de instellingen.',
  'no-ticket-system':
    'Stel de geheimen {{url}} en {{key}} in bij de instellingen om tickets daarheen te sturen.',
  'no-mail': 'Deze server verstuurt geen e-mail. Stel SMTP_URL in op de server om te versturen.',
  stopped: 'De server stopte tijdens de poging.',
  refused: 'De mailserver weigerde het: {{text}}',
  'no-host': 'Het adres van de andere kant is niet bekend.',
  'no-connection': 'De andere kant is niet bereikbaar.',
  'no-trust': 'De verbinding met de andere kant is niet veilig: het certificaat is niet geldig.',
  'broken-off': 'De verbinding brak af voordat er antwoord kwam.',
  other: '{{text}}',
};

const mails: HttpTexts['mails'] = {
  invitation: {
    subject: 'Je uitnodiging voor {{organisation}}',
    text: 'Hallo {{name}},\n\n{{by}} nodigt je uit om klanten te beantwoorden met Baton.\n\nKies hier binnen zeven dagen je wachtwoord:\n{{link}}\n\nVerwachtte je dit niet, dan hoef je niets te doen.',
  },
  password: {
    subject: 'Kies een nieuw wachtwoord',
    text: 'Hallo {{name}},\n\nKies hier binnen zeven dagen een nieuw wachtwoord voor Baton:\n{{link}}\n\nHeb je hier niet om gevraagd, zeg het dan tegen je beheerder.',
  },
};

const docs: HttpTexts['docs'] = {
  title: 'Baton: de HTTP-interface',
  intro: 'Elke aanroep, gemaakt van de schema’s die hem controleren. Hetzelfde voor programma’s:',
  who: 'Wie',
  body: 'Inhoud',
  query: 'In het adres',
  answer: 'Antwoord',
  noBody: 'geen inhoud',
  public: 'iedereen',
  conversation: 'het token van het gesprek',
  signedIn: 'iedereen die is aangemeld',
};

export const http: HttpTexts = { problems, issues, types, outgoing, mails, docs };
