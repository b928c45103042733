// Writes anew which functions the first half of the module holds: those that ran while the page was opened, filled in and
// opened again. For that each function of the built module gets a mark, and the browsers do what a user does first.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from '../tests/browser/support/app.mjs';
import { browserNames } from '../tests/browser/support/browsers.mjs';
import { firstMinute } from '../tests/browser/support/first-minute.mjs';
import { compiled } from './bindgen.mjs';
import { dense, quick } from './payload.mjs';
import { LATER, marked, naming } from './split.mjs';
import { moduleOf, parse } from './wasm.mjs';

const LIST = new URL('start-up-functions.txt', import.meta.url);

const whole = readFileSync(compiled('tu-cham-whole', 'release'));
const module = parse(whole);
const nameOf = naming(module);
// What ran once stays listed while the module has it: not all that may happen while one types happens in each run.
const known = new Set(module.code.map((_, at) => nameOf(module.imports.length + at)));
const ran = new Set(readFileSync(LIST, 'utf8').split('\n').filter((name) => known.has(name)));
// Nothing is left for the second half.
const halves = { module: marked(whole), rest: moduleOf() };
const blocks = { 'tu-cham-module': await quick(halves.module), 'tu-cham-rest': dense(halves.rest, halves.module) };

/** The single file with the marked module in it. */
const edit = (text) =>
  Object.entries(blocks).reduce((text, [id, content]) => text.replace(new RegExp(`(id="${id}"[^>]*>)[^<]*`), (_, open) => open + content), text);

/** The hosted page likewise, in the folder `site`. */
function put(site) {
  for (const name of readdirSync(site)) {
    const found = name.match(/^tu-cham-(rest-)?[0-9a-f]+\.wasm(\.br)?$/);
    if (!found) continue;
    if (name.endsWith('.br')) rmSync(join(site, name));
    else writeFileSync(join(site, name), found[1] ? halves.rest : halves.module);
  }
}

for (const [browser, settings] of browserNames.flatMap((name) => [[name, { edit }], [name, { hosted: 'copy' }]])) {
  const app = new App(browser, settings);
  /** What the module of the page that is open says. */
  const gather = async () => {
    const found = await app.js('return Object.entries(tuChamBoot.rest.first).filter(([name, { value }]) => /^ran/.test(name) && value).map(([name]) => +name.slice(3))');
    for (const index of found) ran.add(nameOf(index));
  };
  // A page that is opened again begins a new module.
  const reload = app.reload.bind(app);
  app.reload = () => gather().then(reload);
  try {
    if (settings.hosted) put(app.site);
    await app.start();
    await firstMinute(app);
    await gather();
  } finally {
    await app.close();
  }
}
for (const name of LATER) ran.delete(name);
const head = '# What runs in the first minute; made by `make profile`. The rest of the module is brought when the page is ready.';
writeFileSync(LIST, [head, ...[...ran].sort(), ''].join('\n'));
console.log(`${ran.size} names for ${module.code.length} functions in scripts/start-up-functions.txt; \`make build\` cuts the module by them`);
