// Starts the browsers: Debian's Chromium and Firefox by explicit paths, without a network, with the strict
// file policy of a person's own browser. Each session has a profile folder that can be opened again.
import { execFileSync } from 'node:child_process';
import { readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Builder, logging } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';

/** The browsers to test in; `TU_CHAM_BROWSER=firefox` leaves only that one. */
export const browserNames = ['chromium', 'firefox'].filter((name) => [undefined, '', name].includes(process.env.TU_CHAM_BROWSER));

const where = (program) => {
  try {
    return execFileSync('sh', ['-c', 'command -v -- "$1"', 'sh', program], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(`${program} is not on the PATH; \`make setup-tests\` puts it in place`);
  }
};

const launchers = {
  async chromium({ profile, downloads, served }) {
    const options = new chrome.Options()
      .setBinaryPath(where('chromium'))
      .addArguments(
        '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage',
        '--no-first-run', '--no-default-browser-check', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--disable-search-engine-choice-screen',
        `--host-resolver-rules=MAP * ~NOTFOUND${served ? `, EXCLUDE ${served}` : ''}`, '--window-size=1366,768', '--lang=vi',
        `--user-data-dir=${profile}`,
      )
      .setUserPreferences({
        'download.default_directory': downloads,
        'download.prompt_for_download': false,
        'savefile.default_directory': downloads,
      });
    const wanted = new logging.Preferences();
    wanted.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    wanted.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
    options.setLoggingPrefs(wanted);
    const service = new chrome.ServiceBuilder(where('chromedriver'));
    const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build();
    return {
      driver,
      // Chromium names its own process in the profile's lock.
      pid: () => Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)),
    };
  },

  async firefox({ profile, downloads }) {
    const preferences = {
      // Automation relaxes this one; people's browsers don't.
      'security.fileuri.strict_origin_policy': true,
      // With several windows open Firefox would ask about unfiled work for ever instead of ending.
      'dom.disable_beforeunload': true,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.shell.checkDefaultBrowser': false,
      'browser.startup.page': 0,
      'intl.accept_languages': 'vi, en',
    };
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
    const options = new firefox.Options().setBinary(where('firefox-esr')).addArguments('-headless', '-profile', profile, '--width=1366', '--height=768');
    for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
    options.set('webSocketUrl', true);
    const service = new firefox.ServiceBuilder(where('geckodriver')).addArguments('--marionette-port', String(await findFreePort()));
    const driver = await new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();
    const capabilities = await driver.getCapabilities();
    return { driver, pid: () => capabilities.get('moz:processID') };
  },
};

/**
 * Starts browser `name` with `{ profile, downloads, served }`: two folders, and the only host it may reach, if any. Gives the driver, `pid()` of the browser's own process, and `watch`:
 * `requests()` are the addresses asked for that are not the file itself, `errors()` the errors in the console, `forget()` begins both anew.
 */
export async function launch(name, settings) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await begin(name, settings);
    } catch (error) {
      // A browser may end before it listens, or refuse its second connection. Nothing of the test has begun, so it is
      // started again, and the run says so.
      if (attempt === ATTEMPTS) throw error;
      console.error(`${name} did not come up (attempt ${attempt} of ${ATTEMPTS}), started again: ${error.message}`);
    }
  }
}

/** How often a browser is started before a test fails for it. */
const ATTEMPTS = 3;

async function begin(name, settings) {
  const { driver, pid } = await launchers[name](settings);
  try {
    await driver.manage().setTimeouts({ pageLoad: 30_000, script: 30_000, implicit: 0 });
    return { driver, pid, watch: await watchers[name](driver) };
  } catch (error) {
    await driver.quit().catch(() => {});
    throw error;
  }
}

// Firefox goes round the proxy for the computer itself, so a served page needs nothing more there.
const inside = /^(file|data|blob|about|chrome|resource|moz-extension|chrome-extension):/;

// Firefox says this of a page that is left while the worker still fetches for it, and then knows no address any more. A
// file that the worker failed to give to a page that is there is named.
const LEFT = 'Failed to load ‘’. A ServiceWorker intercepted the request and encountered an unexpected error.';

const watchers = {
  async chromium(driver) {
    const requests = [];
    const errors = [];
    const logs = driver.manage().logs();
    return {
      async requests() {
        for (const entry of await logs.get(logging.Type.PERFORMANCE)) {
          const { method, params } = JSON.parse(entry.message).message;
          if (method === 'Network.requestWillBeSent') requests.push(params.request.url);
        }
        return requests.filter((url) => !inside.test(url));
      },
      async errors() {
        for (const entry of await logs.get(logging.Type.BROWSER)) {
          if (entry.level.value >= logging.Level.WARNING.value) errors.push(entry.message);
        }
        return errors;
      },
      async forget() {
        for (const type of [logging.Type.PERFORMANCE, logging.Type.BROWSER]) await logs.get(type);
        requests.length = errors.length = 0;
      },
    };
  },

  async firefox(driver) {
    const requests = [];
    const errors = [];
    const bidi = await driver.getBidi();
    await bidi.subscribe('network.beforeRequestSent');
    await bidi.subscribe('log.entryAdded');
    bidi.socket.on('message', (data) => {
      const { method, params } = JSON.parse(data);
      if (method === 'network.beforeRequestSent' && params.context) requests.push(params.request.url);
      const isError = method === 'log.entryAdded' && ['error', 'warn'].includes(params.level);
      if (isError && params.text !== LEFT) errors.push(params.text ?? '');
    });
    return {
      requests: async () => requests.filter((url) => !inside.test(url)),
      errors: async () => errors,
      async forget() {
        requests.length = errors.length = 0;
      },
    };
  },
};
