import type { ProblemSentences } from '../en/problems.ts';

export const problems: ProblemSentences = {
  'not-a-bot-file':
    'Dit is geen botbestand. Kies een bestand dat Baton heeft geëxporteerd; daarin staan "format", "bot" en "flows".',
  'newer-format':
    'Dit bestand komt uit een nieuwere Baton ({{format}}). Werk deze server bij en importeer het bestand opnieuw.',
  'unknown-format':
    'Baton kent het formaat {{format}} niet. Kies een bestand waarin "format": "baton/1" staat.',
  'missing-value': 'Er ontbreekt een waarde: ‘{{field}}’. Vul die in.',
  'missing-value.text': 'Klanten zouden hier een leeg bericht zien. Schrijf wat de bot zegt.',
  'missing-value.prompt': 'Klanten zouden hier een lege vraag krijgen. Schrijf de vraag.',
  'missing-value.question': 'Klanten zouden hier een lege vraag krijgen. Schrijf de vraag.',
  'missing-value.retryText':
    'Klanten van wie het antwoord niet past, zouden een leeg bericht zien. Schrijf het, of haal het weg voor de standaardzin.',
  'missing-value.label': 'Iets heeft hier nog geen naam. Schrijf de woorden die mensen lezen.',
  'missing-value.variable':
    'Wat de klant hier antwoordt, zou verloren gaan. Kies de variabele die het bewaart.',
  'missing-value.flow': 'Het gesprek zou hier stoppen: er is geen flow gekozen. Kies de flow die moet lopen.',
  'missing-value.url': 'Hier ontbreekt een adres. Vul het hele adres in, te beginnen met https://.',
  'missing-value.subject': 'Hier ontbreekt een onderwerp. Vul in waar het over gaat.',
  'missing-value.name': 'Dit heeft nog geen naam. Geef het er een.',
  'unknown-field': 'Baton kent het veld ‘{{field}}’ niet. Controleer de spelling of haal het weg.',
  'wrong-type': 'Hier staat {{found}}, maar er hoort {{expected}}. Verbeter dit.',
  'unknown-node-type': 'Baton heeft geen soort stap die ‘{{type}}’ heet. Gebruik een van deze: {{allowed}}.',
  'not-allowed': '‘{{value}}’ kan hier niet. Gebruik een van deze: {{allowed}}.',
  'too-long': 'Deze tekst is te lang: hoogstens {{limit}} tekens. Maak hem korter.',
  'too-short': 'Deze tekst is te kort: minstens {{limit}} tekens. Schrijf meer.',
  'too-many': 'Hier staat te veel: hoogstens {{limit}}. Haal er een paar weg.',
  'too-few': 'Hier staat te weinig: minstens {{limit}}. Vul aan wat ontbreekt.',
  'too-high': 'Dit getal is te hoog: hoogstens {{limit}}. Maak het lager.',
  'too-low': 'Dit getal is te laag: minstens {{limit}}. Maak het hoger.',
  'not-above': 'Dit getal is te laag: het moet boven {{limit}} liggen. Maak het hoger.',
  'not-whole': 'Dit moet een heel getal zijn. Laat weg wat achter de komma staat.',
  'wrong-form': 'Dit staat er in een vorm die Baton niet kan lezen. Verbeter het.',
  'a-time': '‘{{value}}’ is geen tijd. Schrijf die als 09:30; 24:00 sluit een dag af.',
  'an-interval':
    'Deze openingstijden eindigen voordat ze beginnen. Zet het begin vooraan; schrijf uren na middernacht als een tweede regel, op de volgende dag.',
  'a-timezone': '‘{{value}}’ is geen tijdzone. Schrijf die als Europe/Amsterdam.',
  'a-variable-name':
    '‘{{value}}’ kan geen naam van een variabele zijn. Begin met een letter en gebruik alleen letters zonder accenten, cijfers en _.',
  'a-slug':
    '‘{{value}}’ kan niet het adres van de bot zijn. Gebruik kleine letters, cijfers en streepjes, zoals web-winkel.',
  'an-asset':
    'Dit is geen plaatje dat Baton kan tonen. Voeg het opnieuw toe als PNG, JPEG, GIF, WebP of SVG.',
  'an-id':
    '‘{{value}}’ kan geen id zijn. Gebruik hoogstens 64 letters zonder accenten, cijfers en de tekens _ . : -.',
  'a-language': '‘{{value}}’ is geen taal. Schrijf die kort, zoals nl of pt-BR.',
  'a-text':
    'Deze tekst is in geen enkele taal geschreven. Schrijf hem ten minste in de eerste taal van de bot.',
  'an-image': 'Klanten zouden geen plaatje zien: ‘{{value}}’ is er geen adres van. Kies het plaatje opnieuw.',
  'a-link':
    'Klanten zouden ‘{{value}}’ niet kunnen openen. Begin het adres met https://, http://, mailto: of tel:, zonder spaties.',
  'a-url': 'Op ‘{{value}}’ valt niets op te vragen. Begin het adres met https:// of http://.',
  'a-header-name':
    '‘{{value}}’ kan geen naam van een header zijn. Gebruik letters zonder accenten, cijfers en streepjes.',
  'a-date': '‘{{value}}’ is geen datum. Schrijf die als 2026-12-25.',
  'an-email': '‘{{value}}’ is geen e-mailadres. Schrijf het als balie@example.com.',
  'example-missing':
    'Hier zou geen enkel ordernummer herkend worden. Typ een voorbeeld zoals klanten het zien, bijvoorbeeld AB-123456.',
  'all-or-any':
    'Deze tak heeft geen duidelijke regels. Geef één lijst: regels die allemaal gelden, of regels waarvan er één geldt.',
  'phrases-missing':
    'Geen enkel bericht van een klant zou deze flow laten beginnen. Voeg een paar zinnen toe, of laat hem luisteren naar vragen om een mens.',

  'duplicate-flow': 'Twee flows hebben het id ‘{{id}}’. Geef er een een ander.',
  'duplicate-node': 'Twee stappen van deze flow hebben het id ‘{{id}}’. Geef er een een ander.',
  'duplicate-edge': 'Twee verbindingen van deze flow hebben het id ‘{{id}}’. Geef er een een ander.',
  'duplicate-option': 'Twee onderdelen van deze stap hebben het id ‘{{id}}’. Geef er een een ander.',
  'duplicate-variable': 'Twee variabelen heten ‘{{id}}’. Hernoem of verwijder er een.',
  'duplicate-department': 'Twee afdelingen hebben het id ‘{{id}}’. Geef er een een ander.',
  'duplicate-language': 'De taal ‘{{id}}’ staat er twee keer. Haal er een weg.',
  'duplicate-exception':
    'Twee uitzonderingen op de openingstijden gaan over {{id}}. Zet de tijden bij elkaar.',
  'duplicate-survey':
    'Twee enquêtes heten ‘{{id}}’, zodat een medewerker niet weet welke begint. Hernoem er een.',
  'edge-from-nothing':
    'Een verbinding begint bij een stap ‘{{id}}’ die er niet is. Verwijder de verbinding, of trek haar vanuit een andere stap.',
  'edge-to-nothing':
    'Klanten zouden vastlopen: een verbinding leidt naar een stap ‘{{id}}’ die er niet is. Verbind haar met een andere stap.',
  'edge-into-trigger':
    'Een verbinding leidt naar ‘{{step}}’, waar een flow alleen kan beginnen. Verbind haar met de stap erachter, of laat de flow door een eigen stap lopen.',
  'unknown-port':
    'Een verbinding verlaat deze stap via ‘{{port}}’, een uitweg die de stap niet heeft. Verwijder de verbinding, of trek haar vanuit een andere uitweg.',
  'port-with-two-edges':
    'Uit ‘{{port}}’ komen twee verbindingen, en de klant kan maar één kant op. Verwijder er een.',
  'unknown-flow': 'Het gesprek zou hier stoppen: er is geen flow ‘{{id}}’. Kies een andere flow.',
  'flow-without-start':
    'Het gesprek zou hier stoppen: de flow ‘{{name}}’ heeft geen stap waar een andere flow hem kan laten beginnen. Voeg die toe, of kies een andere flow.',
  'second-flow-start':
    'Deze flow zou op twee plaatsen kunnen beginnen als een andere flow hem start. Houd één van de twee eerste stappen.',
  'unknown-variable':
    'Er is geen variabele ‘{{name}}’, dus hier zou niets gelezen of bewaard worden. Voeg haar toe aan de variabelen, of kies een andere.',
  'read-only-variable': 'Baton vult ‘{{name}}’ zelf in. Kies een andere variabele om dit in te bewaren.',
  'reserved-variable': '‘{{name}}’ betekent in voorwaarden al iets. Geef de variabele een andere naam.',
  'unknown-subject':
    'Deze regel kijkt naar ‘{{name}}’, dat niet bestaat, en zou dus nooit gelden. Kies opnieuw waar hij naar kijkt.',
  'unknown-department':
    'Er is geen afdeling ‘{{id}}’. Voeg haar toe aan de afdelingen van de bot, of kies een andere.',
  'unknown-asset':
    'Klanten zouden geen plaatje zien: ‘{{id}}’ zit niet in het botbestand. Voeg het plaatje opnieuw toe.',
  'secret-not-allowed':
    'Klanten zouden het geheim ‘{{name}}’ te zien kunnen krijgen. Geheimen zijn voor het adres, de headers en de inhoud van een aanroep van een ander systeem; haal het hier weg.',
  'rule-value-missing':
    'Deze regel heeft niets om mee te vergelijken en zou dus nooit gelden. Vul de waarde in.',
  'rule-pair-missing': 'Deze regel heeft twee waarden nodig, van en tot. Vul ze allebei in.',
  'rule-list-missing': 'Deze regel heeft een lijst nodig waarvan één waarde moet passen. Vul die in.',
  'choice-without-options':
    'Klanten zouden uit niets moeten kiezen. Geef de variabele ‘{{name}}’ haar keuzes.',
  'choice-needs-variable':
    'Klanten zouden uit niets moeten kiezen: ‘{{name}}’ is geen variabele met keuzes. Kies er een die dat wel is, of maak haar zo.',
  'endless-loop':
    'De bot zou hier in een kring rondgaan zonder ooit op de klant te wachten. Zet er een vraag tussen, of verbind een van deze stappen ergens anders mee.',

  'no-start':
    'Niets begint vanzelf: klanten die de chat openen, lezen geen begroeting. Voeg een stap toe die met het gesprek begint.',
  'no-unknown':
    'Als de bot iets niet begrijpt, lezen klanten alleen een standaardzin. Voeg een stap toe voor berichten die niet begrepen zijn.',
  'no-way-to-person':
    'Geen enkele klant van deze bot kan ooit een mens bereiken. Voeg een overdracht toe en verbind er een weg naartoe.',
  'person-not-heard':
    'Een klant die schrijft ‘ik wil een medewerker spreken’ wordt niet gehoord. Laat één begin luisteren naar vragen om een mens.',
  'no-consent':
    'Klanten worden overgedragen zonder dat het eerst gevraagd is. Vraag hier om toestemming, of laat het bewust zo.',
  'nobody-notified':
    'Klanten zouden wachten op iemand die van niets weet. Vul in de instellingen van de bot een e-mailadres in dat van overdrachten hoort.',
  'missing-translation': 'Klanten die {{language}} lezen, zouden dit in een andere taal zien. Vertaal het.',
  'no-reply':
    'Klanten die hier langs ‘{{port}}’ komen, krijgen geen antwoord. Verbind ‘{{port}}’ met een volgende stap.',
  'no-reply.option':
    'Klanten die hier ‘{{port}}’ kiezen, krijgen geen antwoord. Verbind ‘{{port}}’ met een volgende stap.',
  'no-reply.trigger': 'Klanten die dit schrijven, krijgen geen antwoord. Verbind deze stap met een volgende.',
  'unconnected-start': 'Er gebeurt niets als dit begint. Verbind het met een volgende stap.',
  'closed-unconnected':
    'Buiten de openingstijden wachten klanten in de rij op niemand. Verbind ‘{{port}}’ met wat er dan moet gebeuren.',
  'unavailable-unconnected':
    'Als er geen medewerker online is, wachten klanten toch in de rij. Verbind ‘{{port}}’ met wat er dan moet gebeuren.',
  'unreachable-step': 'Geen klant komt ooit bij deze stap. Verbind er een weg naartoe, of verwijder de stap.',
  'few-phrases':
    'Met {{count}} zinnen herkent de bot vaak niet wat klanten bedoelen. Schrijf er minstens {{limit}}, in de woorden van klanten.',
  'phrase-twice':
    'De zin ‘{{phrase}}’ laat ook een andere flow beginnen, dus de bot moet raden. Laat hem op één plaats staan.',

  'type.string': 'een tekst',
  'type.number': 'een getal',
  'type.boolean': 'ja of nee (true of false)',
  'type.array': 'een lijst',
  'type.object': 'een object met velden',
  'type.null': 'niets (null)',
  'type.text': 'een tekst, of een tekst voor elke taal',
  'type.other': 'iets anders',
  'port.next': 'verder',
  'port.other': 'iets anders',
  'port.answered': 'beantwoord',
  'port.failed': 'mislukt',
  'port.otherwise': 'anders',
  'port.declined': 'afgewezen',
  'port.closed': 'gesloten',
  'port.unavailable': 'niemand beschikbaar',
  'port.timed-out': 'niemand kwam erbij',
  'port.cancelled': 'geannuleerd',
  'port.resolved': 'afgehandeld',
  'port.low': 'lage score',
  'port.skipped': 'overgeslagen',
  'port.created': 'aangemaakt',
  'port.ok': 'gelukt',
};
