import { expect, type Locator, type Page } from '@playwright/test';

/** How a conversation is resolved: what the agent writes as its outcome, and what comes after. */
interface Resolution {
  outcome?: string;
  /** The name on the radio button; as drawn when left out. */
  after?: string;
}

/** The agent's screen. */
export class Inbox {
  readonly transcript: Locator;
  readonly customer: Locator;
  readonly field: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.transcript = page.getByRole('log', { name: 'Transcript' });
    this.customer = page.getByRole('complementary', { name: 'Customer' });
    this.field = page.getByRole('textbox', { name: 'Message to the customer' });
  }

  async open(): Promise<void> {
    await this.page.goto('/inbox');
    await expect(this.folder('Waiting')).toBeVisible();
  }

  /** Opens the inbox and tells everybody that customers may come. */
  async openOnline(): Promise<void> {
    await this.open();
    await this.setStatus('Online');
  }

  async setStatus(status: 'Online' | 'Away' | 'Offline'): Promise<void> {
    await this.page.getByRole('button', { name: /^Your status/ }).click();
    await this.page.getByRole('menuitemradio', { name: status }).click();
    await expect(this.page.getByRole('button', { name: `Your status: ${status}` })).toBeVisible();
  }

  folder(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Folders' }).getByRole('link', { name });
  }

  /** A conversation's row in the folder that is open. */
  row(conversation: string): Locator {
    return this.page.getByRole('link').and(this.page.locator(`[href^="/inbox/${conversation}"]`));
  }

  /** Opens a conversation from its folder. */
  async choose(folder: string, conversation: string): Promise<void> {
    await this.folder(folder).click();
    await this.row(conversation).click();
    await expect(this.transcript).toBeVisible();
  }

  async takeOver(): Promise<void> {
    await this.page.getByRole('button', { name: 'Take over' }).click();
    await expect(this.field).toBeVisible();
  }

  /** Joins a conversation that the bot leads. */
  async switchLiveChatOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Switch live chat on' }).click();
    await expect(this.field).toBeVisible();
  }

  /** Puts the open conversation into a folder by hand. */
  async moveTo(folder: string): Promise<void> {
    await this.chooseMore(folder);
  }

  /** Takes the open conversation out of the folder into which somebody put it. */
  async takeOut(): Promise<void> {
    await this.chooseMore('Back to its own folder');
  }

  private async chooseMore(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More for this conversation' }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
    await expect(this.transcript.getByText(text)).toBeVisible();
  }

  async resolve({ outcome, after }: Resolution = {}): Promise<void> {
    await this.page.getByRole('button', { name: 'Resolve', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Resolve the conversation' });
    if (outcome) await dialog.getByRole('textbox', { name: 'Outcome' }).fill(outcome);
    if (after) await dialog.getByRole('radio', { name: after }).check();
    await dialog.getByRole('button', { name: 'Resolve', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Starts the bot's only survey. */
  async startSurvey(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start a survey' }).click();
  }
}
