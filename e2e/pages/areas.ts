import type { Locator, Page } from '@playwright/test';

/** The rail with the areas and one's own menu, beside every screen. */
export class Areas {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  link(name: 'Bots' | 'Inbox' | 'Settings'): Locator {
    return this.page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name });
  }

  async signOut(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Menu of ${name}` }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }
}
