// Chromium without a window, driven through its own pipe: nothing stands between the measurement and the page.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WAIT = 60_000;

/** Starts Chromium on a fresh profile, without a network. */
export async function launch() {
  const profile = mkdtempSync(join(tmpdir(), 'tu-cham-bench-'));
  const process = spawn('chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run',
    '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-search-engine-choice-screen', '--host-resolver-rules=MAP * ~NOTFOUND', '--window-size=1366,768', '--lang=vi',
    `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const browser = new Chromium(process, profile);
  await browser.send('Browser.getVersion');
  return browser;
}

class Chromium {
  #process;
  #profile;
  #commands = 0;
  #waiting = new Map();
  #listeners = new Set();
  #ended;

  constructor(process, profile) {
    this.#process = process;
    this.#profile = profile;
    this.#ended = new Promise((resolve) => process.once('exit', resolve));
    const refuse = (why) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(why));
      this.#waiting.clear();
    };
    process.once('error', (error) => refuse(`Chromium could not be started: ${error.message}`));
    process.once('exit', () => refuse('Chromium has ended'));
    process.stdio[3].on('error', () => {});
    let rest = '';
    process.stdio[4].setEncoding('utf8').on('data', (data) => {
      const messages = (rest + data).split('\0');
      rest = messages.pop();
      for (const message of messages) this.#take(JSON.parse(message));
    });
  }

  #take(message) {
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const { resolve, reject, method } = this.#waiting.get(message.id) ?? {};
    this.#waiting.delete(message.id);
    if (message.error) reject?.(new Error(`${method}: ${message.error.message}`));
    else resolve?.(message.result);
  }

  /** A command of the DevTools protocol, to the browser or to one of its pages. */
  send(method, params = {}, sessionId = undefined) {
    const id = (this.#commands += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), WAIT);
      const settle = (how) => (value) => {
        clearTimeout(timer);
        how(value);
      };
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject), method });
      this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Calls `listener` with the parameters of every event `method` until the function it gives is called. */
  on(method, listener) {
    const each = (message) => {
      if (message.method === method) listener(message.params, message.sessionId);
    };
    this.#listeners.add(each);
    return () => this.#listeners.delete(each);
  }

  /** A new tab, in front, in which `before` runs ahead of every page's own scripts. */
  async tab({ slowDown = 1, before = '' } = {}) {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(this, targetId, sessionId);
    await tab.send('Page.enable');
    if (before) await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: before });
    await tab.slowDown(slowDown);
    return tab;
  }

  /** Ends the browser and removes its profile. */
  async close() {
    await this.send('Browser.close').catch(() => {});
    await this.#ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

class Tab {
  #browser;
  #target;
  #session;

  constructor(browser, target, session) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
  }

  send(method, params) {
    return this.#browser.send(method, params, this.#session);
  }

  /** Slows the page's processor down so many times. */
  slowDown(rate) {
    return this.send('Emulation.setCPUThrottlingRate', { rate });
  }

  /** Goes to an address and waits until `condition`, an expression, holds there. */
  async open(url, condition = 'document.readyState === "complete"') {
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
    await this.until(condition);
  }

  /** The value of an expression in the page; a promise is waited for. */
  async js(expression) {
    const { result, exceptionDetails: failed } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (failed) throw new Error(failed.exception?.description ?? failed.text);
    return result.value;
  }

  /** Waits until the expression is true in the page. */
  async until(condition, milliseconds = 30_000) {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
      // A page being left answers with an error.
      if (await this.js(condition).catch(() => false)) return;
      await pause(20);
    }
    throw new Error(`not seen within ${milliseconds / 1000} s: ${condition}`);
  }

  /** Brings this tab to the front: only there are frames drawn. */
  show() {
    return this.#browser.send('Target.activateTarget', { targetId: this.#target });
  }

  /** Presses and lets go of a key that writes one character. */
  async press(character) {
    const digit = /\d/.test(character);
    const key = { key: character, code: digit ? `Digit${character}` : '', windowsVirtualKeyCode: character.charCodeAt(0) };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', text: character, ...key });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** Presses and lets go of the key that deletes the character before the caret. */
  async backspace() {
    const key = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  /** Everything that the browser traces in `categories` while `action` is done. */
  async trace(categories, action) {
    const events = [];
    const stop = this.#browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await this.#browser.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } });
    try {
      await action();
    } finally {
      const complete = new Promise((resolve) => {
        const done = this.#browser.on('Tracing.tracingComplete', () => resolve(done()));
      });
      await this.#browser.send('Tracing.end');
      await complete;
      stop();
    }
    return events;
  }

  close() {
    return this.#browser.send('Target.closeTarget', { targetId: this.#target });
  }
}

/** Waits; for the measured page to come to rest, never for a condition. */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
