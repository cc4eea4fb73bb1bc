import type { Locator, Page } from '@playwright/test';

/** The page where everybody signs in. */
export class SignIn {
  readonly email: Locator;
  readonly password: Locator;
  readonly alert: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.email = page.getByRole('textbox', { name: 'E-mail' });
    this.password = page.getByLabel('Password', { exact: false }).and(page.locator('input'));
    this.alert = page.getByRole('alert');
  }

  async open(): Promise<void> {
    await this.page.goto('/sign-in');
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }
}
