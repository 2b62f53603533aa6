// A reader in WebKit who has a keyboard, and sees what has the focus and what the prints say.
import { Key, type WebDriver } from 'selenium-webdriver';

const mostTabs = 200; // Once round the page.

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

  /** Presses Tab until the element of that id, label or text has the focus. */
  async tabTo(name: string) {
    for (let tabs = 0; tabs < mostTabs; ++tabs) {
      await this.press(Key.TAB);
      if ((await this.focused()) === name) return;
    }
    throw new Error(`Tab does not lead to ${name}`);
  }

  /** The id, or else the label or the text, of the element that has the focus; space around it is no part of a name. */
  async focused() {
    return this.#driver.executeScript<string | undefined>(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const name = element?.id || element?.ariaLabel || element?.textContent;
      return name?.trim().replace(/\s+/g, ' ');
    });
  }

  /** The text of the group of that label; undefined if there is none. */
  async read(label: string) {
    const [text] = await this.texts(`[role=group][aria-label="${label}"]`);
    return text;
  }

  /** The texts of all elements that match, in whatever shadows they lie. */
  async texts(selector: string) {
    return this.#driver.executeScript<string[]>((selector: string) => {
      const texts: (string | null)[] = [];
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches(selector)) texts.push((element.shadowRoot ?? element).textContent);
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      }
      return texts;
    }, selector);
  }
}
