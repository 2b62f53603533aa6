// A reader in WebKit who has a keyboard, and sees what has the focus and what the regions say.
import { Key, type WebDriver } from 'selenium-webdriver';

const mostTabs = 100; // Once round any page.

export class Reader {
  readonly #driver: WebDriver;

  constructor(driver: WebDriver) {
    this.#driver = driver;
  }

  async press(...keys: string[]) {
    await this.#driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  async pressControl(key: string) {
    await this.#driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** Presses Tab until the element of that id or label has the focus. */
  async tabTo(name: string) {
    for (let tabs = 0; tabs < mostTabs; ++tabs) {
      await this.press(Key.TAB);
      if ((await this.focused()) === name) return;
    }
    throw new Error(`Tab does not lead to ${name}`);
  }

  /** The id, or else the label, of the element that has the focus. */
  async focused() {
    return this.#driver.executeScript(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.id || element?.ariaLabel;
    });
  }

  /** The text of the region of that label, in whatever shadow it lies; null if there is none. */
  async read(label: string) {
    return this.#driver.executeScript((label: string) => {
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.role === 'region' && element.ariaLabel === label) return element.textContent;
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      }
      return null;
    }, label);
  }
}
