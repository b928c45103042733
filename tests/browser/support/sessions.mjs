// One browser serves the tests of a file one after another, as a start takes longer than many a test. Between two tests
// it gets a new tab and loses all it has kept; one that was killed is left to none, as its profile may be damaged.
import { launch } from './browsers.mjs';
import { browserFolders } from './files.mjs';
import { until } from './wait.mjs';

/** The browsers that wait for their next test, by kind. */
const waiting = new Map();

/** Ends the browsers that wait, once the file's tests are over. */
export async function endWaiting() {
  for (const session of waiting.values()) await session.end();
}

/** A browser of a kind, like new. `served`: it may reach servers on this computer. */
export async function borrow(browser, served) {
  const kind = `${browser}, ${served ? 'served' : 'alone'}`;
  const left = waiting.get(kind);
  waiting.delete(kind);
  const session = left ?? new Session(browser, served, kind);
  if (!left) await session.start();
  return session;
}

/** A browser with its profile and its folder of downloads. */
class Session {
  #browser;
  #served;
  #kind;
  #folders = browserFolders();
  #profile = this.#folders.profile();
  #running;
  #wasKilled = false;

  constructor(browser, served, kind) {
    this.#browser = browser;
    this.#served = served;
    this.#kind = kind;
  }

  get driver() {
    return this.#running.driver;
  }

  get watch() {
    return this.#running.watch;
  }

  get downloads() {
    return this.#folders.downloads;
  }

  /** The id of the browser's own process. */
  pid() {
    return this.#running.pid();
  }

  async start() {
    this.#running = await launch(this.#browser, { profile: this.#profile, downloads: this.downloads, served: this.#served && '127.0.0.1' });
  }

  /** Ends the browser and starts it again: `kill` without a farewell, `fresh` on a new profile. */
  async restart({ kill, fresh }) {
    this.#wasKilled ||= Boolean(kill);
    if (kill) process.kill(this.pid(), 'SIGKILL');
    else await this.#leave();
    await this.driver.quit().catch(() => {});
    if (fresh) this.#profile = this.#folders.profile();
    await this.start();
  }

  /** Closes Chromium as a person does and waits until it has gone: the driver alone may end it before localStorage is on the disk. */
  async #leave() {
    if (this.#browser !== 'chromium') return;
    await this.driver.sendAndGetDevToolsCommand('Browser.close').catch(() => {});
    // The lock of its profile, which names its process, is the last thing that it takes away.
    await until('the browser gone', () => {
      try {
        return !this.pid();
      } catch {
        return true;
      }
    });
  }

  /** Leaves the browser to the next test, all that this one did undone: `addresses` are those it has opened pages at. */
  async giveBack(addresses) {
    if (this.#wasKilled || waiting.has(this.#kind)) return this.end();
    try {
      await this.#clean(addresses);
      waiting.set(this.#kind, this);
    } catch (error) {
      console.error(`${this.#browser} could not be made like new, the next test starts its own: ${error.message}`);
      await this.end();
    }
  }

  async #clean(addresses) {
    const old = await this.driver.getAllWindowHandles();
    await this.driver.switchTo().newWindow('tab');
    const fresh = await this.driver.getWindowHandle();
    for (const handle of old) {
      await this.driver.switchTo().window(handle);
      // A page that is left may still write; a tab that is closed under it may write later.
      await this.driver.get('about:blank');
      await this.driver.close();
    }
    await this.driver.switchTo().window(fresh);
    // Firefox keeps what a file on the disk stores apart for each path, and no two tests have one path.
    if (this.#browser === 'chromium') {
      for (const address of addresses) {
        const origin = address.startsWith('file:') ? 'file://' : new URL(address).origin;
        await this.driver.sendAndGetDevToolsCommand('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      }
    }
    this.#folders.emptyDownloads();
    await this.watch.forget();
  }

  /** Ends the browser and removes its folders. */
  async end() {
    await this.#running?.driver.quit().catch(() => {});
    this.#folders.remove();
  }
}
