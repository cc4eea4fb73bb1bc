import type { Locator, Page } from '@playwright/test';

const mostStops = 150;

/** Somebody without a mouse: goes on from stop to stop, and presses what has the focus. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until the target has the focus; an error when it never comes by. */
  async goTo(target: Locator): Promise<void> {
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await target.evaluate(hasFocus)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${target} was not reached in ${mostStops} stops.`);
  }

  async press(target: Locator): Promise<void> {
    await this.goTo(target);
    await this.page.keyboard.press('Enter');
  }

  /** Goes down in an open menu to an item, and chooses it. */
  async choose(item: Locator): Promise<void> {
    await item.waitFor();
    for (let at = 0; !(await item.evaluate(hasFocus)); at += 1) {
      if (at > mostStops) throw new Error(`${item} was not reached.`);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.goTo(field);
    await this.page.keyboard.type(text);
  }
}

function hasFocus(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.activeElement === element;
}
