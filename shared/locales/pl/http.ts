import type { HttpTexts } from '../en/http.ts';

const problems: HttpTexts['problems'] = {
  'bad-input': {
    title: 'Wywołanie zawiera błędy',
    detail: 'Brakuje niektórych pól albo są błędne. Popraw to, co wymieniono w errors, i wyślij ponownie.',
  },
  'bad-json': {
    title: 'Treść nie jest w formacie JSON',
    detail: 'Nie udało się odczytać treści jako JSON. Sprawdź cudzysłowy, przecinki i kodowanie (UTF-8).',
  },
  'too-deep': {
    title: 'Zbyt głębokie zagnieżdżenie',
    detail: 'Treść ma więcej niż 64 poziomy list i obiektów. Wyślij ją w prostszej postaci.',
  },
  'wrong-type': {
    title: 'Treść ma inny typ, niż oczekiwano',
    detail: 'Wyślij treść jako {{expected}} i podaj to w nagłówku Content-Type.',
  },
  'too-large': { title: 'Za duże', detail: 'To jest większe niż {{limit}}. Wyślij coś mniejszego.' },
  'no-file': { title: 'Brak pliku', detail: 'Wyślij jeden plik w części o nazwie file.' },
  'file-refused': {
    title: 'Plików tego rodzaju nie przyjmujemy',
    detail: 'Wyślij obraz, plik PDF, tekst lub dokument biurowy.',
  },
  'sign-in': {
    title: 'Nie zalogowano',
    detail: 'Zaloguj się albo wyślij ważny klucz API i spróbuj ponownie.',
  },
  'bad-sign-in': {
    title: 'Logowanie nie powiodło się',
    detail: 'Adres e-mail lub hasło są nieprawidłowe. Sprawdź je i spróbuj ponownie.',
  },
  'bad-token': {
    title: 'Brak ważnego tokenu',
    detail: 'Wyślij token rozmowy w nagłówku Authorization. Jeśli przepadł, rozpocznij nową rozmowę.',
  },
  forbidden: {
    title: 'Brak uprawnień',
    detail: 'Twoje konto nie ma do tego prawa. Poproś administratora o rolę {{roles}}.',
  },
  'wrong-origin': {
    title: 'Wywołanie z innej strony',
    detail:
      'Strona, z której przyszło to wywołanie, nie ma do niego prawa. Otwórz Baton pod jego własnym adresem. Program, który używa pliku cookie, wysyła ten adres jako Origin albo lepiej używa klucza API.',
  },
  'origin-not-allowed': {
    title: 'Ta strona nie może pokazywać bota',
    detail: 'Administrator lub projektant może dodać {{origin}} do stron, które mogą pokazywać tego bota.',
  },
  'not-found': { title: 'Nie znaleziono', detail: 'Pod tym adresem nic nie ma. Sprawdź adres.' },
  'no-conversation': {
    title: 'Nie ma takiej rozmowy',
    detail: 'Ta rozmowa nie istnieje albo nie masz do niej dostępu.',
  },
  'no-bot': { title: 'Nie ma takiego bota', detail: 'Nie ma bota o tej nazwie ani o tym identyfikatorze.' },
  'no-release': { title: 'Nie ma takiego wydania', detail: 'Ten bot nie ma wydania o tym numerze.' },
  'no-person': {
    title: 'Nie ma takiej osoby',
    detail: 'Nie ma nikogo o tym identyfikatorze. Odśwież listę.',
  },
  'no-department': {
    title: 'Nie ma takiego działu',
    detail: 'Nie ma działu o tym identyfikatorze. Odśwież listę.',
  },
  'no-file-here': {
    title: 'Nie ma takiego pliku',
    detail: 'W tej rozmowie nie ma pliku o tym identyfikatorze.',
  },
  'no-invitation': {
    title: 'Ten link już nie działa',
    detail: 'Został już użyty albo ma więcej niż siedem dni. Poproś administratora o nowy.',
  },
  'wrong-method': {
    title: 'Tego nie można tu zrobić',
    detail: 'Ten adres nie obsługuje {{method}}. Obsługuje {{allowed}}.',
  },
  'bot-off': {
    title: 'Ten czat jest teraz zamknięty',
    detail: 'Bot jest wyłączony albo jeszcze nieopublikowany. Spróbuj później.',
  },
  'repeated-id': {
    title: 'Ten identyfikator był już użyty do czegoś innego',
    detail:
      'Przyjęto już wywołanie z tym samym identyfikatorem lub kluczem Idempotency-Key i inną treścią. Użyj nowego.',
  },
  'bad-idempotency-key': {
    title: 'Tego klucza Idempotency-Key nie można użyć',
    detail:
      'Wyślij jeden nagłówek Idempotency-Key o długości od 1 do 255 drukowalnych znaków ASCII, na przykład UUID, albo go pomiń.',
  },
  'message-not-fitting': {
    title: 'Ta odpowiedź nie pasuje',
    detail:
      'Nie ma otwartej wiadomości, na którą to odpowiada. Przeczytaj najnowsze wiadomości i spróbuj ponownie.',
  },
  'conversation-ended': { title: 'Ta rozmowa jest zakończona', detail: 'Rozpocznij nową rozmowę.' },
  'already-joined': { title: 'Ktoś był pierwszy', detail: '{{name}} prowadzi już tę rozmowę.' },
  'not-joined': { title: 'Nie uczestniczysz w tej rozmowie', detail: 'Najpierw dołącz do rozmowy.' },
  'not-waiting': { title: 'Nikt tu nie czeka', detail: 'Ta rozmowa nie jest w kolejce.' },
  'bot-silent': {
    title: 'Bot nie prowadzi tej rozmowy',
    detail: 'To działa tylko wtedy, gdy odpowiada bot. Najpierw zakończ sprawę.',
  },
  'no-survey': {
    title: 'Nie ma takiej ankiety',
    detail: 'Bot nie ma ankiety o tej nazwie, którą konsultant może uruchomić.',
  },
  'no-flow': {
    title: 'Nie ma takiego przepływu',
    detail: 'Bot nie ma przepływu o tym identyfikatorze, który konsultant może wysłać.',
  },
  'stale-draft': {
    title: 'Wersja robocza zmieniła się w międzyczasie',
    detail: 'Ktoś inny albo inne okno zmieniło tego bota. Obie wersje są w odpowiedzi.',
  },
  'change-refused': {
    title: 'Ta zmiana nie pasuje do bota',
    detail: 'Wersja robocza pozostała bez zmian. Co jest nie tak, wymieniono w errors.',
  },
  'bot-file-refused': {
    title: 'Ten plik bota zawiera błędy',
    detail: 'Niczego nie zaimportowano. Popraw to, co wymieniono w errors, i zaimportuj ponownie.',
  },
  'not-publishable': {
    title: 'Przeszkadzają błędy',
    detail: 'Popraw wymienione błędy i opublikuj ponownie. Poprzednie wydanie pozostaje w użyciu.',
  },
  'slug-taken': { title: 'Ten adres jest zajęty', detail: 'Adres {{slug}} ma już inny bot. Wybierz inny.' },
  'bot-in-use': {
    title: 'Ktoś jeszcze rozmawia',
    detail: 'Klienci czekają albo rozmawiają z konsultantem. Najpierw zakończ te rozmowy.',
  },
  'department-in-use': {
    title: 'Ktoś czeka w tym dziale',
    detail: 'Najpierw odpowiedz na czekające rozmowy albo je przenieś.',
  },
  'name-taken': { title: 'Ta nazwa jest zajęta', detail: 'Wybierz inną nazwę.' },
  'email-taken': {
    title: 'Konto z tym adresem już istnieje',
    detail: 'Zmień role tej osoby albo użyj innego adresu e-mail.',
  },
  'last-administrator': {
    title: 'To ostatni administrator',
    detail: 'Najpierw nadaj rolę administratora komuś innemu.',
  },
  'account-exists': {
    title: 'Pierwsze konto już istnieje',
    detail: 'Zaloguj się albo poproś administratora o zaproszenie.',
  },
  'wrong-password': {
    title: 'Obecne hasło jest nieprawidłowe',
    detail: 'Wpisz obecne hasło jeszcze raz.',
  },
  'people-only': {
    title: 'Tylko dla osób',
    detail: 'Nie można tego zrobić kluczem API. Zaloguj się jako osoba.',
  },
  'not-failed': {
    title: 'Nie ma czego ponawiać',
    detail: 'Ponowić można tylko to, co się nie powiodło.',
  },
  'too-many': { title: 'Zbyt wiele wywołań', detail: 'Spróbuj ponownie za {{seconds}} s.' },
  busy: {
    title: 'Jeszcze niegotowe',
    detail: 'Serwer się uruchamia albo baza danych nie odpowiada. Spróbuj ponownie za chwilę.',
  },
  internal: {
    title: 'Coś poszło nie tak po naszej stronie',
    detail:
      'Niczego nie zmieniono. Spróbuj ponownie; jeśli to się powtórzy, podaj administratorowi ten numer: {{id}}',
  },
};

const issues: HttpTexts['issues'] = {
  required: 'Tego brakuje.',
  'wrong-type': 'Tu potrzebny jest inny typ: {{expected}}.',
  'unknown-field': 'Nieznane pole: {{keys}}. Usuń je.',
  'too-short': 'Minimalna liczba znaków: {{minimum}}.',
  empty: 'To nie może być puste.',
  'too-long': 'Maksymalna liczba znaków: {{maximum}}.',
  'too-few': 'Minimalna liczba pozycji: {{minimum}}.',
  'too-many': 'Maksymalna liczba pozycji: {{maximum}}.',
  'too-small': 'Najmniejsza możliwa wartość: {{minimum}}.',
  'too-big': 'Największa możliwa wartość: {{maximum}}.',
  'one-of-values': 'Możliwe wartości: {{values}}.',
  'one-of': 'Wyślij dokładnie jedno z możliwych pól.',
  email: 'To nie jest adres e-mail, taki jak imie@example.com.',
  uuid: 'To nie jest UUID.',
  format: 'To nie ma oczekiwanej postaci.',
  invalid: 'To jest nieprawidłowe.',
  'leads-nowhere': 'To prowadzi do czegoś, czego nie ma.',
};

const types: HttpTexts['types'] = {
  string: 'tekst',
  number: 'liczba',
  int: 'liczba całkowita',
  boolean: 'true lub false',
  object: 'obiekt',
  record: 'obiekt',
  array: 'lista',
  null: 'null',
};

const outgoing: HttpTexts['outgoing'] = {
  status: 'Druga strona odpowiedziała statusem {{status}}.',
  timeout: 'Brak odpowiedzi w wyznaczonym czasie.',
  'too-large': 'Odpowiedź była większa niż 1 MB.',
  'no-web-address': 'Można wywoływać tylko adresy http i https.',
  'private-address': 'To adres prywatny. Aby go dopuścić, podaj jego host w BATON_ALLOW_HOSTS na serwerze.',
  'no-secret': 'Sekret {{name}} nie jest ustawiony. Ustaw go w ustawieniach.',
  'no-ticket-system': 'Aby wysyłać tam zgłoszenia, ustaw w ustawieniach sekrety {{url}} i {{key}}.',
  'no-mail': 'Ten serwer nie wysyła poczty. Ustaw SMTP_URL na serwerze, aby ją wysyłać.',
  stopped: 'Serwer zatrzymał się w trakcie próby.',
  refused: 'Serwer poczty odmówił: {{text}}',
  'no-host': 'Adres drugiej strony jest nieznany.',
  'no-connection': 'Nie można połączyć się z drugą stroną.',
  'no-trust': 'Połączenie z drugą stroną nie jest bezpieczne: jej certyfikat jest nieważny.',
  'broken-off': 'Połączenie zostało przerwane, zanim nadeszła odpowiedź.',
  other: '{{text}}',
};

const mails: HttpTexts['mails'] = {
  invitation: {
    subject: 'Zaproszenie do {{organisation}}',
    text: 'Dzień dobry {{name}},\n\n{{by}} zaprasza do odpowiadania klientom w programie Baton.\n\nTutaj można w ciągu siedmiu dni wybrać hasło:\n{{link}}\n\nJeśli to zaproszenie jest niespodziewane, nie trzeba nic robić.',
  },
  password: {
    subject: 'Wybór nowego hasła',
    text: 'Dzień dobry {{name}},\n\ntutaj można w ciągu siedmiu dni wybrać nowe hasło do programu Baton:\n{{link}}\n\nJeśli nikt o to nie prosił, proszę powiadomić administratora.',
  },
};

const docs: HttpTexts['docs'] = {
  title: 'Baton: interfejs HTTP',
  intro:
    'Wszystkie wywołania, utworzone z tych samych schematów, które je sprawdzają. To samo dla programów:',
  who: 'Kto',
  body: 'Treść',
  query: 'W adresie',
  answer: 'Odpowiedź',
  noBody: 'bez treści',
  public: 'każdy',
  conversation: 'token rozmowy',
  signedIn: 'każdy zalogowany',
};

export const http: HttpTexts = { problems, issues, types, outgoing, mails, docs };
