import { expect, type Locator, type Page } from '@playwright/test';

/** The customer's chat, as a whole page or in the corner of somebody's page. */
export class Widget {
  readonly log: Locator;
  readonly field: Locator;
  readonly person: Locator;
  readonly queue: Locator;
  readonly page: Page;
  readonly words: Words;
  private opened = '';

  constructor(page: Page, language: keyof typeof words = 'en') {
    this.page = page;
    this.words = words[language];
    this.log = page.getByRole('log', { name: this.words.chat });
    this.field = page.getByRole('textbox', { name: this.words.write });
    this.person = page.getByRole('button', { name: this.words.talk });
    this.queue = page.getByRole('status').filter({ hasText: this.words.waiting });
  }

  /** The conversation that the widget began, by its id. */
  get conversation(): string {
    return this.opened;
  }

  /** Opens `/chat/{bot}`, which begins a conversation. */
  async openPage(bot: string): Promise<void> {
    await this.begin(() => this.page.goto(`/chat/${bot}`));
  }

  /** Presses the round button in the corner, which begins a conversation. */
  async openCorner(): Promise<void> {
    await this.begin(() => this.page.getByRole('button', { name: this.words.open }).click());
  }

  /** Writes and sends with the keyboard, as customers do. */
  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Presses a button that the bot offers; of equal ones the newest. */
  async press(label: string): Promise<void> {
    await this.option(label).click();
  }

  option(label: string): Locator {
    return this.log.getByRole('button', { name: label, exact: true }).last();
  }

  /** Answers the open rating, like `5 of 5`. */
  async rate(label: string): Promise<void> {
    await this.log.getByRole('button', { name: label, exact: true, disabled: false }).click();
  }

  async cancelWaiting(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.cancel }).click();
  }

  /** Ends the conversation by the menu. */
  async end(): Promise<void> {
    await this.page.getByLabel('More').click();
    await this.page.getByRole('button', { name: 'End conversation' }).click();
  }

  /** Begins another conversation after the end of one. */
  async startNew(): Promise<void> {
    await this.begin(() => this.page.getByRole('button', { name: 'Start a new conversation' }).click());
  }

  /** Waits until the text stands in the chat, by default once. */
  async expectText(text: string, times = 1): Promise<void> {
    await expect(this.log.getByText(text)).toHaveCount(times);
  }

  async expectOptions(...labels: string[]): Promise<void> {
    for (const label of labels) await expect(this.option(label)).toBeVisible();
  }

  /** The customer's words were taken, and nobody said anything since: the bot answers in the same turn. */
  async expectSilenceAfter(text: string): Promise<void> {
    await expect(this.log).toHaveText(new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`));
  }

  /** The header says who answers now. */
  async expectSpeaker(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2, name })).toBeVisible();
  }

  private async begin(act: () => Promise<unknown>): Promise<void> {
    const answer = this.page.waitForResponse(
      (response) =>
        /\/api\/chat\/[^/]+\/conversations$/.test(response.url()) && response.request().method() === 'POST',
    );
    await act();
    const { conversation } = (await (await answer).json()) as { conversation: { id: string } };
    this.opened = conversation.id;
    await expect(this.field).toBeVisible();
  }
}

/** What the widget's own buttons and fields are called. */
const words = {
  en: {
    chat: 'Chat',
    open: 'Open the chat',
    write: 'Write a message',
    talk: 'Talk to a person',
    waiting: 'Waiting for a person',
    cancel: 'Stop waiting',
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
  },
  nl: {
    chat: 'Chat',
    open: 'Chat openen',
    write: 'Schrijf een bericht',
    talk: 'Praat met een medewerker',
    waiting: 'Wachten op een medewerker',
    cancel: 'Niet meer wachten',
    helpful: 'Nuttig',
    notHelpful: 'Niet nuttig',
  },
  pl: {
    chat: 'Czat',
    open: 'Otwórz czat',
    write: 'Napisz wiadomość',
    talk: 'Porozmawiaj z konsultantem',
    waiting: 'Oczekiwanie na konsultanta',
    cancel: 'Nie chcę czekać',
    helpful: 'Pomocne',
    notHelpful: 'Niepomocne',
  },
  bg: {
    chat: 'Чат',
    open: 'Отворете чата',
    write: 'Напишете съобщение',
    talk: 'Разговор със служител',
    waiting: 'Изчакване на служител',
    cancel: 'Спиране на изчакването',
    helpful: 'Полезно',
    notHelpful: 'Не е полезно',
  },
};
type Words = (typeof words)['en'];
