// Writes anew which functions the first half of the module holds: those that ran while the page was opened, filled in and
// opened again. For that each function of the built module gets a mark, and Chromium does what a user does first.
import { readFileSync, writeFileSync } from 'node:fs';
import { App } from '../tests/browser/support/app.mjs';
import { firstMinute } from '../tests/browser/support/first-minute.mjs';
import { compiled } from './bindgen.mjs';
import { payload } from './payload.mjs';
import { marked, plain } from './split.mjs';
import { moduleOf, parse } from './wasm.mjs';

const LIST = new URL('start-up-functions.txt', import.meta.url);
const ran = new Set();

const whole = readFileSync(compiled('tu-cham-whole', 'release'));
const { names } = parse(whole);
const blocks = { 'tu-cham-module': await payload(marked(whole)), 'tu-cham-rest': await payload(moduleOf()) };

/** The page with the marked module in it, and nothing left for the second half. */
const edit = (text) =>
  Object.entries(blocks).reduce((text, [id, content]) => text.replace(new RegExp(`(id="${id}">)[^<]*`), (_, open) => open + content), text);

const app = new App('chromium', { edit });
/** What the module of the page that is open says. */
async function gather() {
  const found = await app.js('return Object.entries(tuChamBoot.rest.first).filter(([name, { value }]) => /^ran/.test(name) && value).map(([name]) => +name.slice(3))');
  for (const index of found) if (names.has(index)) ran.add(plain(names.get(index)));
}
// A page that is opened again begins a new module.
app.reload = new Proxy(app.reload, { apply: async (reload, self) => (await gather(), reload.call(self)) });
try {
  await app.start();
  await firstMinute(app);
  await gather();
} finally {
  await app.close();
}
const head = '# What runs in the first minute; made by `make profile`. The rest of the module is brought when the page is ready.';
writeFileSync(LIST, [head, ...[...ran].sort(), ''].join('\n'));
console.log(`${ran.size} of ${new Set([...names.values()].map(plain)).size} names in scripts/start-up-functions.txt; \`make build\` cuts the module by them`);
