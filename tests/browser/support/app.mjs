// What a test says to the application: open, type, read, drop, download. `eachBrowser` and `inOneBrowser` make the tests.
import { readFileSync, readdirSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { By, Key } from 'selenium-webdriver';
import { browserNames } from './browsers.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { dist, output, workplace } from './files.mjs';
import { borrow, endWaiting } from './sessions.mjs';
import { until } from './wait.mjs';

export { Key } from 'selenium-webdriver';

/**
 * One test in each browser, for what a browser may do in its own way: storage, files, keys, printing, windows. `run(app, t)` gets
 * the application opened and ready, in a browser that has kept nothing, from a copy of the shipped file. Settings: `edit(text)`
 * changes that copy; `hosted: true` opens the hosted build from a server instead, `hosted: 'copy'` from a copy of it that the test
 * may change (`app.site`); `reach: true` lets a page from disk reach servers on this computer; `ready: false` does not open it
 * yet; `timeout` in milliseconds (90 s).
 */
export const eachBrowser = (name, ...rest) => declare(browserNames, name, ...rest);

/**
 * The same in one browser alone, for what the page decides by itself: scores, words, order. `TU_CHAM_BROWSER=firefox` runs these
 * tests in Firefox.
 */
export const inOneBrowser = (name, ...rest) => declare(browserNames.slice(0, 1), name, ...rest);

function declare(browsers, name, ...rest) {
  if (!endsBrowsers) after(endWaiting);
  endsBrowsers = true;
  const run = rest.pop();
  const settings = rest.pop() ?? {};
  for (const browser of browsers) {
    test(`${name} [${browser}]`, { timeout: settings.timeout ?? 90_000 }, async (t) => {
      const app = new App(browser, settings);
      t.after(() => app.close());
      await app.start();
      try {
        if (settings.ready !== false) await app.open();
        await run(app, t);
        app.passed = true;
      } catch (error) {
        const seen = await app.picture(`failed-${name}`).catch(() => undefined);
        if (seen) t.diagnostic(`what was seen: ${seen}`);
        throw error;
      }
    });
  }
}

/** Whether the browsers of this file are ended after its tests. */
let endsBrowsers = false;

/** A browser with one copy of the application in it. */
export class App {
  #place;
  #session;
  #hosted;
  #server;
  #port = 0;
  #reach;
  #preloads = [];
  /** The browser of a test that did not pass is not left to the next one. */
  passed = false;

  constructor(browser, settings = {}) {
    /** `chromium` or `firefox`. */
    this.browser = browser;
    this.#hosted = settings.hosted;
    this.#reach = settings.reach;
    this.#place = workplace();
    /** The copy of the shipped file that is opened. */
    this.path = this.#place.copy(settings.edit);
    /** The folder that is served. */
    this.site = this.#hosted === 'copy' ? this.#place.site() : dist;
  }

  /** Gets a browser; the page is not opened yet. */
  async start() {
    if (this.#hosted) await this.serverBack();
    this.#session = await borrow(this.browser, Boolean(this.#hosted || this.#reach));
  }

  /** Ends the server: nothing answers at the page's address any more. */
  async serverGone() {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const gone = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await gone;
  }

  /** Starts the server, at the address it had before. */
  async serverBack() {
    this.#server = await serve(this.site, this.#port);
    this.#port = this.#server.address().port;
  }

  /** Leaves the browser and removes what the test has written. */
  async close() {
    if (this.passed) {
      for (const script of this.#preloads) await this.#bidi('script.removePreloadScript', { script });
      await this.#session.giveBack([this.address]);
    } else {
      await this.#session?.end();
    }
    await this.serverGone();
    this.#place.remove();
  }

  /**
   * Ends the browser and starts it again, the page not yet opened. With `kill` its own process is killed without a
   * farewell; with `fresh` the profile is a new one.
   */
  async restart({ kill = false, fresh = false } = {}) {
    this.#preloads = [];
    await this.#session.restart({ kill, fresh });
  }

  /** The WebDriver, for what has no helper here. */
  get driver() {
    return this.#session.driver;
  }

  /** Where the application is opened from. */
  get address() {
    return this.#hosted ? `http://127.0.0.1:${this.#port}/` : pathToFileURL(this.path).href;
  }

  /** Opens the application at `hash` (`#/ket-qua`); with `wait: false` without waiting until it is ready. */
  async open(hash = '', { wait = true } = {}) {
    await this.driver.get(this.address + hash);
    if (wait) await this.ready();
  }

  async reload() {
    await this.driver.navigate().refresh();
    await this.ready();
  }

  ready() {
    return until('<html data-ready="true">', () => this.js('return document.documentElement.dataset.ready === "true"'), 25_000);
  }

  /** Runs the body of a function in the page. */
  js(body, ...values) {
    return this.driver.executeScript(body, ...values);
  }

  /** Runs `source` in every later page before the page's own scripts. */
  async beforePage(source) {
    if (this.browser === 'chromium') await this.cdp('Page.addScriptToEvaluateOnNewDocument', { source });
    else this.#preloads.push((await this.#bidi('script.addPreloadScript', { functionDeclaration: `() => { ${source} }` })).script);
  }

  /** A command of the DevTools protocol, Chromium only. */
  cdp(command, parameters = {}) {
    if (this.browser !== 'chromium') throw new Error(`${command} is a DevTools command; ${this.browser} has none`);
    return this.driver.sendAndGetDevToolsCommand(command, parameters);
  }

  async #bidi(method, params) {
    const answer = await (await this.driver.getBidi()).send({ method, params });
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  }

  /** Addresses asked for besides the file itself; must stay empty. */
  requests() {
    return this.#session.watch.requests();
  }

  /** Errors and warnings in the console. */
  consoleErrors() {
    return this.#session.watch.errors();
  }

  /** The first element of `selector`, waited for. */
  find(selector) {
    return until(selector, async () => (await this.driver.findElements(By.css(selector)))[0]);
  }

  /** The text of an element as it is seen. */
  async text(selector) {
    return (await this.find(selector)).getText();
  }

  async click(selector) {
    await (await this.find(selector)).click();
  }

  /** Adds `text` to what the field holds, by key events. */
  async type(selector, text) {
    await (await this.find(selector)).sendKeys(text);
  }

  /** Puts `text` in place of what the field holds, by key events. */
  async fill(selector, text) {
    await this.click(selector);
    await this.#withControl('a', Key.BACK_SPACE, text);
  }

  /** Key events to the element that has the focus: `press(Key.TAB)`, `press('4', '1', '0')`. */
  async press(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** Chooses the option with `value` in a `<select>`. */
  async setSelect(selector, value) {
    await this.click(`${selector} option[value="${value}"]`);
  }

  /** `data-value` of the output `name` outside of any row; null when it is not there. */
  out(name) {
    return this.js(
      `const found = [...document.querySelectorAll('[data-out="' + arguments[0] + '"]')].find((e) => !e.closest('[data-target]'));
       return found ? found.dataset.value : null`,
      name,
    );
  }

  /** Waits until the output `name` has `value`. */
  async sees(name, value) {
    await until(`data-out="${name}" with ${value}`, async () => {
      const now = await this.out(name);
      if (now !== value) throw new Error(`it has ${now}`);
      return true;
    });
  }

  /** A target's row: `{ value, points, state }` by `data-value`, and its `text`; null when it is not there. */
  row(id) {
    return this.js(
      `const row = document.querySelector('[data-target="' + arguments[0] + '"]');
       if (!row) return null;
       const out = (name) => row.querySelector('[data-out="' + name + '"]')?.dataset.value ?? null;
       return { value: out('value'), points: out('points'), state: out('state'), text: row.innerText }`,
      id,
    );
  }

  /** Waits until the row has what `expected` says, such as `{ points: '8.770' }`. */
  async rowSees(id, expected) {
    await until(`row ${id} with ${JSON.stringify(expected)}`, async () => {
      const row = await this.row(id);
      if (!row || Object.entries(expected).some(([key, value]) => row[key] !== value)) throw new Error(JSON.stringify(row));
      return true;
    });
  }

  /** A file in the test's folder, for importing: gives its path. */
  writeFile(name, content) {
    const path = join(this.#place.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Gives the file at `path` to the import field. */
  async importFile(path) {
    await (await this.find('[name="import"]')).sendKeys(path);
  }

  /** Drops a file with this name and text on `selector`. */
  async dropFile(name, text, selector = 'body') {
    await this.js(
      `const [target, name, text] = [arguments[0], arguments[1], arguments[2]];
       const dataTransfer = new DataTransfer();
       dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
       for (const kind of ['dragenter', 'dragover', 'drop'])
         target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))`,
      await this.find(selector), name, text,
    );
  }

  /** Pastes `text` into a field by the clipboard and Ctrl+V; the text gets there from a field made for it. */
  async paste(selector, text) {
    await this.js(
      `const source = document.createElement('textarea');
       source.id = 'clipboard-source';
       source.value = arguments[0];
       document.body.append(source);
       source.select()`,
      text,
    );
    await this.#withControl('c');
    await this.js('document.getElementById("clipboard-source").remove()');
    await this.click(selector);
    await this.#withControl('v');
  }

  #withControl(key, ...more) {
    return this.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).sendKeys(...more).perform();
  }

  /** Does `action` and waits for the file that it downloads: `{ name, path, text }`. */
  async download(action) {
    const { downloads } = this.#session;
    const before = new Set(readdirSync(downloads));
    await action();
    const name = await until('a downloaded file', () => {
      const names = readdirSync(downloads);
      if (names.some((each) => /^\.|\.(crdownload|part|tmp)$/.test(each))) return undefined;
      return names.find((each) => !before.has(each) && statSync(join(downloads, each)).size > 0);
    });
    const path = join(downloads, name);
    return { name: name.normalize('NFC'), path, text: readFileSync(path, 'utf8') };
  }

  /**
   * axe-core's violations on what is shown, each `id: help → elements`; empty when there are none. It reads the same document in
   * every browser and takes long, so it is asked in one alone.
   */
  async axe() {
    if (this.browser !== browserNames[0]) return [];
    await this.js(axeSource);
    const found = await this.driver.executeAsyncScript(
      'const done = arguments[arguments.length - 1]; axe.run(document, { resultTypes: ["violations"] }).then((r) => done(r.violations), (e) => done(String(e)))',
    );
    if (!Array.isArray(found)) throw new Error(`axe-core could not run: ${found}`);
    return found.map(({ id, help, nodes }) => `${id}: ${help} → ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }

  /** The size of the page's view in CSS pixels. */
  async viewport(width, height) {
    if (this.browser === 'chromium') {
      await this.cdp('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    } else {
      const context = await this.driver.getWindowHandle();
      await this.#bidi('browsingContext.setViewport', { context, viewport: { width, height } });
    }
  }

  /** `light` or `dark`, as the page itself marks its theme. */
  async theme(name) {
    await this.js('document.documentElement.dataset.theme = arguments[0]', name);
  }

  /** What is seen at a size and in a theme, as a PNG; gives its path. */
  async screenshot(width, height, theme, label = 'page') {
    await this.viewport(width, height);
    await this.theme(theme);
    return this.picture(`${label}-${width}x${height}-${theme}`);
  }

  /** What is seen now, as a PNG in tests/browser/.output; gives its path. */
  async picture(label) {
    mkdirSync(output, { recursive: true });
    const path = join(output, `${label}-${this.browser}.png`.replace(/[\s/\\:*?"<>|]+/g, '-'));
    writeFileSync(path, Buffer.from(await this.driver.takeScreenshot(), 'base64'));
    return path;
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
