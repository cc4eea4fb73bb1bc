import { expect, type Locator, type Page } from '@playwright/test';

/** The screen where a designer draws a bot. */
export class Editor {
  readonly canvas: Locator;
  readonly details: Locator;
  readonly saved: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('region', { name: 'Drawing of the flow' });
    this.details = page.getByRole('complementary', { name: 'Details' });
    this.saved = page.getByRole('status').filter({ hasText: /^Saved$/ });
  }

  /** Opens a bot by its name in the list of bots. */
  async openFromList(name: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.canvas).toBeVisible();
  }

  async open(bot: string): Promise<void> {
    await this.page.goto(`/bots/${bot}`);
    await expect(this.canvas).toBeVisible();
  }

  async openFlow(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Flows' })
      .getByRole('button', { name, exact: true })
      .click();
  }

  /** A card on the canvas, by its kind and its sentence. */
  step(name: string | RegExp): Locator {
    const isStep = this.page.locator('.react-flow__node');
    return this.canvas.getByRole('group', { name }).and(isStep);
  }

  /** Selects a step by keyboard, wherever on the canvas it lies. */
  async select(name: string | RegExp): Promise<void> {
    await this.step(name).press('Enter');
    await expect(this.details.getByRole('region', { name: 'Ways out' })).toBeVisible();
  }

  /** Adds a step of a kind behind a way out of the selected one. */
  async addStepAt(way: string, kind: string): Promise<void> {
    await this.changeWay(way, 'Add a step here');
    await this.page
      .getByRole('dialog', { name: 'Add a step' })
      .getByRole('button', { name: kind, exact: true })
      .click();
    await expect(this.details.getByRole('heading', { level: 2, name: kind })).toBeVisible();
  }

  /** Leads a way out of the selected step to another. */
  async connect(way: string, to: string): Promise<void> {
    await this.changeWay(way, 'Connect to …');
    const dialog = this.page.getByRole('dialog', { name: 'Connect to a step' });
    await dialog.getByRole('textbox', { name: 'Search in this flow' }).fill(to);
    await dialog.getByRole('button', { name: to }).click();
    await expect(dialog).toBeHidden();
  }

  /** Chooses from a list of the selected step's form. */
  async choose(field: string, option: string): Promise<void> {
    await this.details.getByRole('combobox', { name: field, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Keeps an answer in a variable that is made by this. */
  async keepAsNew(variable: string): Promise<void> {
    await this.details.getByRole('combobox', { name: 'Keep the answer as' }).fill(variable);
    const offer = this.page.getByRole('option', { name: `“${variable}”` });
    await expect(offer).toBeVisible();
    // The list may move under the pointer while it is laid out; a person then presses again.
    await expect(async () => {
      if (await offer.isVisible()) await offer.click({ timeout: 2_000 });
      await expect(offer).toBeHidden({ timeout: 1_000 });
    }).toPass();
  }

  async publish(note: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Publish' });
    await dialog.getByRole('textbox', { name: 'What is new?' }).fill(note);
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await expect(dialog).toBeHidden();
  }

  private async changeWay(way: string, item: string): Promise<void> {
    await this.details.getByRole('button', { name: `Change where “${way}” leads` }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
