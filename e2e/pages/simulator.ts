import { expect, type Locator, type Page } from '@playwright/test';

/** The panel beside the canvas in which a designer tries the bot. */
export class Simulator {
  readonly panel: Locator;
  readonly log: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Try it' });
    this.log = this.panel.getByRole('log', { name: 'Conversation' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try it' }).click();
    await expect(this.log).toBeVisible();
  }

  async say(text: string): Promise<void> {
    const field = this.panel.getByRole('textbox', { name: 'Write as the customer' });
    await field.fill(text);
    await field.press('Enter');
  }

  async press(label: string): Promise<void> {
    await this.log.getByRole('button', { name: label, exact: true }).last().click();
  }

  async openTab(name: 'What it knows' | 'World' | 'Agent'): Promise<void> {
    await this.panel.getByRole('tab', { name }).click();
  }

  async expectText(text: string): Promise<void> {
    await expect(this.log).toContainText(text);
  }
}
