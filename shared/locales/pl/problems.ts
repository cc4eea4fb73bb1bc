import type { ProblemSentences } from '../en/problems.ts';

export const problems: ProblemSentences = {
  'not-a-bot-file':
    'To nie jest plik bota. Wybierz plik wyeksportowany z Batona; zawiera "format", "bot" i "flows".',
  'newer-format':
    'Ten plik zapisał nowszy Baton ({{format}}). Zaktualizuj ten serwer i zaimportuj plik ponownie.',
  'unknown-format': 'Baton nie zna formatu {{format}}. Wybierz plik, w którym jest "format": "baton/1".',
  'missing-value': 'Brakuje wartości: „{{field}}”. Uzupełnij ją.',
  'missing-value.text': 'Klienci zobaczyliby tu pustą wiadomość. Napisz, co mówi bot.',
  'missing-value.prompt': 'Klienci dostaliby tu puste pytanie. Napisz pytanie.',
  'missing-value.question': 'Klienci dostaliby tu puste pytanie. Napisz pytanie.',
  'missing-value.retryText':
    'Klienci, których odpowiedź nie pasuje, zobaczyliby pustą wiadomość. Napisz ją albo usuń, by użyć zdania standardowego.',
  'missing-value.label': 'Coś tutaj nie ma nazwy. Napisz słowa, które przeczytają ludzie.',
  'missing-value.variable': 'Odpowiedź klienta by tu przepadła. Wybierz zmienną, która ją zachowa.',
  'missing-value.flow':
    'Rozmowa by się tu zatrzymała: nie wybrano scenariusza. Wybierz scenariusz do uruchomienia.',
  'missing-value.url': 'Brakuje tu adresu. Wpisz cały adres, zaczynając od https://.',
  'missing-value.subject': 'Brakuje tu tematu. Wpisz, czego to dotyczy.',
  'missing-value.name': 'To nie ma jeszcze nazwy. Nadaj ją.',
  'unknown-field': 'Baton nie zna pola „{{field}}”. Sprawdź pisownię albo je usuń.',
  'wrong-type': 'Jest tu {{found}}, a powinno być: {{expected}}. Popraw to.',
  'unknown-node-type': 'Baton nie ma rodzaju kroku „{{type}}”. Użyj jednego z: {{allowed}}.',
  'not-allowed': '„{{value}}” nie jest tu możliwe. Użyj jednego z: {{allowed}}.',
  'too-long': 'Ten tekst jest za długi: najwyżej {{limit}} znaków. Skróć go.',
  'too-short': 'Ten tekst jest za krótki: co najmniej {{limit}} znaków. Napisz więcej.',
  'too-many': 'Jest tu za dużo pozycji: najwyżej {{limit}}. Usuń kilka.',
  'too-few': 'Jest tu za mało pozycji: co najmniej {{limit}}. Dodaj brakujące.',
  'too-high': 'Ta liczba jest za duża: najwyżej {{limit}}. Zmniejsz ją.',
  'too-low': 'Ta liczba jest za mała: co najmniej {{limit}}. Zwiększ ją.',
  'not-above': 'Ta liczba jest za mała: musi być większa niż {{limit}}. Zwiększ ją.',
  'not-whole': 'To musi być liczba całkowita. Usuń to, co stoi po przecinku.',
  'wrong-form': 'Zapisano to w postaci, której Baton nie odczyta. Popraw to.',
  'a-time': '„{{value}}” to nie godzina. Zapisz ją tak: 09:30; 24:00 kończy dzień.',
  'an-interval':
    'Te godziny otwarcia kończą się, zanim się zaczną. Najpierw wpisz początek; godziny po północy zapisz jako drugi wpis, w następnym dniu.',
  'a-timezone': '„{{value}}” to nie strefa czasowa. Zapisz ją tak: Europe/Warsaw.',
  'a-variable-name':
    '„{{value}}” nie może być nazwą zmiennej. Zacznij od litery; użyj tylko liter bez znaków diakrytycznych, cyfr i _.',
  'a-slug':
    '„{{value}}” nie może być adresem bota. Użyj małych liter, cyfr i łączników, np. sklep-internetowy.',
  'an-asset':
    'To nie jest obrazek, który Baton umie pokazać. Dodaj go ponownie jako PNG, JPEG, GIF, WebP lub SVG.',
  'an-id':
    '„{{value}}” nie może być identyfikatorem. Użyj najwyżej 64 liter bez znaków diakrytycznych, cyfr i znaków _ . : -.',
  'a-language': '„{{value}}” to nie język. Zapisz go krótko, np. pl lub pt-BR.',
  'a-text': 'Ten tekst nie jest napisany w żadnym języku. Napisz go przynajmniej w pierwszym języku bota.',
  'an-image': 'Klienci nie zobaczyliby obrazka: „{{value}}” nie jest jego adresem. Wybierz obrazek ponownie.',
  'a-link':
    'Klienci nie mogliby otworzyć „{{value}}”. Zacznij adres od https://, http://, mailto: lub tel:, bez spacji.',
  'a-url': 'Pod „{{value}}” nie da się niczego wywołać. Zacznij adres od https:// lub http://.',
  'a-header-name':
    '„{{value}}” nie może być nazwą nagłówka. Użyj liter bez znaków diakrytycznych, cyfr i łączników.',
  'a-date': '„{{value}}” to nie data. Zapisz ją tak: 2026-12-25.',
  'an-email': '„{{value}}” to nie adres e-mail. Zapisz go tak: biuro@example.com.',
  'example-missing':
    'Bot nie rozpoznałby tu żadnego numeru zamówienia. Wpisz przykład taki, jaki widzą klienci, np. AB-123456.',
  'all-or-any':
    'Ta gałąź nie ma jasnych reguł. Podaj jedną listę: reguły, które wszystkie są spełnione, albo takie, z których wystarczy jedna.',
  'phrases-missing':
    'Żadna wiadomość klienta nie rozpoczęłaby tego scenariusza. Dodaj kilka zwrotów albo niech reaguje na prośby o rozmowę z człowiekiem.',

  'duplicate-flow': 'Dwa scenariusze mają identyfikator „{{id}}”. Zmień jeden z nich.',
  'duplicate-node': 'Dwa kroki tego scenariusza mają identyfikator „{{id}}”. Zmień jeden z nich.',
  'duplicate-edge': 'Dwa połączenia tego scenariusza mają identyfikator „{{id}}”. Zmień jeden z nich.',
  'duplicate-option': 'Dwie pozycje tego kroku mają identyfikator „{{id}}”. Zmień jeden z nich.',
  'duplicate-variable': 'Dwie zmienne nazywają się „{{id}}”. Zmień nazwę jednej z nich lub ją usuń.',
  'duplicate-department': 'Dwa działy mają identyfikator „{{id}}”. Zmień jeden z nich.',
  'duplicate-language': 'Język „{{id}}” jest na liście dwa razy. Usuń jeden wpis.',
  'duplicate-exception': 'Dwa wyjątki w godzinach otwarcia dotyczą dnia {{id}}. Połącz ich godziny w jeden.',
  'duplicate-survey':
    'Dwie ankiety nazywają się „{{id}}”, więc konsultant nie wiedziałby, która się zacznie. Zmień nazwę jednej z nich.',
  'edge-from-nothing':
    'Połączenie zaczyna się w kroku „{{id}}”, którego nie ma. Usuń je albo poprowadź z innego kroku.',
  'edge-to-nothing':
    'Klienci by utknęli: połączenie prowadzi do kroku „{{id}}”, którego nie ma. Połącz je z innym krokiem.',
  'edge-into-trigger':
    'Połączenie prowadzi do kroku „{{step}}”, gdzie scenariusz może się tylko zaczynać. Połącz je z krokiem za nim albo uruchom scenariusz osobnym krokiem.',
  'unknown-port':
    'Połączenie wychodzi z tego kroku wyjściem „{{port}}”, którego on nie ma. Usuń je albo poprowadź z innego wyjścia.',
  'port-with-two-edges':
    'Z wyjścia „{{port}}” prowadzą dwa połączenia, a klient może pójść tylko jedną drogą. Usuń jedno z nich.',
  'unknown-flow': 'Rozmowa by się tu zatrzymała: nie ma scenariusza „{{id}}”. Wybierz inny scenariusz.',
  'flow-without-start':
    'Rozmowa by się tu zatrzymała: scenariusz „{{name}}” nie ma kroku, od którego inny scenariusz może go zacząć. Dodaj taki krok albo wybierz inny scenariusz.',
  'second-flow-start':
    'Ten scenariusz mógłby się zacząć w dwóch miejscach, gdy uruchomi go inny. Zostaw jeden z dwóch pierwszych kroków.',
  'unknown-variable':
    'Nie ma zmiennej „{{name}}”, więc nic nie zostałoby tu odczytane ani zachowane. Dodaj ją do zmiennych albo wybierz inną.',
  'read-only-variable': '„{{name}}” wypełnia sam Baton. Wybierz inną zmienną, która to zachowa.',
  'reserved-variable': '„{{name}}” ma już znaczenie w warunkach. Nadaj zmiennej inną nazwę.',
  'unknown-subject':
    'Ta reguła patrzy na „{{name}}”, czego nie ma, więc nigdy nie byłaby spełniona. Wybierz ponownie, na co patrzy.',
  'unknown-department': 'Nie ma działu „{{id}}”. Dodaj go do działów bota albo wybierz inny.',
  'unknown-asset': 'Klienci nie zobaczyliby obrazka: „{{id}}” nie ma w pliku bota. Dodaj obrazek ponownie.',
  'secret-not-allowed':
    'Klienci mogliby zobaczyć sekret „{{name}}”. Sekrety są dla adresu, nagłówków i treści wywołania innego systemu; usuń go stąd.',
  'rule-value-missing':
    'Ta reguła nie ma z czym porównywać, więc nigdy nie byłaby spełniona. Uzupełnij wartość.',
  'rule-pair-missing': 'Ta reguła potrzebuje dwóch wartości, od i do. Uzupełnij obie.',
  'rule-list-missing': 'Ta reguła potrzebuje listy wartości, z których jedna ma pasować. Uzupełnij ją.',
  'choice-without-options':
    'Klienci mieliby wybierać z niczego. Dodaj zmiennej „{{name}}” możliwości do wyboru.',
  'choice-needs-variable':
    'Klienci mieliby wybierać z niczego: „{{name}}” nie jest zmienną z możliwościami do wyboru. Wybierz taką albo zmień jej rodzaj.',
  'endless-loop':
    'Bot kręciłby się tu w kółko, nie czekając nigdy na klienta. Wstaw pomiędzy pytanie albo połącz jeden z tych kroków gdzie indziej.',

  'no-start':
    'Nic nie zaczyna się samo: klienci, którzy otworzą czat, nie zobaczą powitania. Dodaj krok, który zaczyna się wraz z rozmową.',
  'no-unknown':
    'Gdy bot czegoś nie rozumie, klienci czytają tylko zdanie standardowe. Dodaj krok dla wiadomości, których bot nie zrozumiał.',
  'no-way-to-person':
    'Żaden klient tego bota nigdy nie dotrze do człowieka. Dodaj przekazanie i poprowadź do niego drogę.',
  'person-not-heard':
    'Klient, który napisze „chcę porozmawiać z człowiekiem”, nie zostanie usłyszany. Niech jeden z początków reaguje na prośby o rozmowę z człowiekiem.',
  'no-consent': 'Klienci są przekazywani bez pytania. Poproś tu o zgodę albo zostaw to tak celowo.',
  'nobody-notified':
    'Klienci czekaliby na kogoś, kto o niczym nie wie. Wpisz w ustawieniach bota adres e-mail, na który trafią powiadomienia o przekazaniu.',
  'missing-translation':
    'Brakuje tłumaczenia (język: {{language}}), więc klienci zobaczyliby to w innym języku. Przetłumacz to.',
  'no-reply':
    'Klienci, którzy trafią tu przez „{{port}}”, nie dostaną odpowiedzi. Połącz „{{port}}” z następnym krokiem.',
  'no-reply.option':
    'Klienci, którzy wybiorą tu „{{port}}”, nie dostaną odpowiedzi. Połącz „{{port}}” z następnym krokiem.',
  'no-reply.trigger': 'Klienci, którzy to napiszą, nie dostaną odpowiedzi. Połącz ten krok z następnym.',
  'unconnected-start': 'Gdy to się zacznie, nic się nie stanie. Połącz to z następnym krokiem.',
  'closed-unconnected':
    'Poza godzinami otwarcia klienci czekają w kolejce na nikogo. Połącz „{{port}}” z tym, co ma się wtedy stać.',
  'unavailable-unconnected':
    'Gdy nikt nie jest online, klienci i tak czekają w kolejce. Połącz „{{port}}” z tym, co ma się wtedy stać.',
  'unreachable-step': 'Żaden klient nigdy nie dotrze do tego kroku. Poprowadź do niego drogę albo go usuń.',
  'few-phrases':
    'Liczba zwrotów: {{count}}. To za mało, by bot dobrze rozumiał klientów. Napisz co najmniej {{limit}}, słowami klientów.',
  'phrase-twice':
    'Zwrot „{{phrase}}” rozpoczyna też inny scenariusz, więc bot musi zgadywać. Zostaw go w jednym miejscu.',

  'type.string': 'tekst',
  'type.number': 'liczba',
  'type.boolean': 'tak lub nie (true lub false)',
  'type.array': 'lista',
  'type.object': 'obiekt z polami',
  'type.null': 'nic (null)',
  'type.text': 'tekst albo tekst w każdym języku',
  'type.other': 'coś innego',
  'port.next': 'dalej',
  'port.other': 'coś innego',
  'port.answered': 'odpowiedziano',
  'port.failed': 'nie udało się',
  'port.otherwise': 'w innym razie',
  'port.declined': 'odmowa',
  'port.closed': 'zamknięte',
  'port.unavailable': 'brak konsultantów',
  'port.timed-out': 'nikt nie dołączył',
  'port.cancelled': 'anulowano',
  'port.resolved': 'rozwiązane',
  'port.low': 'niska ocena',
  'port.skipped': 'pominięto',
  'port.created': 'utworzono',
  'port.ok': 'udało się',
};
