// What the tests of the entry page have in common: fields by name, choices, what holds the focus, the state of the page.
import { until } from './wait.mjs';

/** The selector of the field of a name. */
export const named = (name) => `[name="${name}"]`;

/** The selector of the button of an action, inside `within` if it is given. */
export const button = (action, within = '') => `${within} [data-action="${action}"]`;

/** The selector of the label around a radio: what a hand clicks, the radio itself may be drawn by its label. */
export const choice = (name, value) => `label:has([name="${name}"][value="${value}"])`;

/** Brings the first element of `selector` to the middle of the view, clear of the header that stays in sight. */
export async function reach(app, selector) {
  await app.js('arguments[0].scrollIntoView({ block: "center", behavior: "instant" })', await app.find(selector));
}

/** Clicks, wherever on the page it is. */
export async function press(app, selector) {
  await reach(app, selector);
  await app.click(selector);
}

/** Brings a field to the middle of the view and waits until it is there: what is drawn meanwhile may move it under the header. */
async function reachField(app, name) {
  await until(`${name} in the clear`, async () => {
    await reach(app, named(name));
    return app.js(`
      const box = arguments[0].getBoundingClientRect();
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === arguments[0];`, await app.find(named(name)));
  });
}

/** Puts `text` into the field of a name, by key events. */
export async function enter(app, name, text) {
  await reachField(app, name);
  await app.fill(named(name), text);
}

/** Types figures: `{ 'TT-3.done': '410', 'TT-3.total': '850' }`. */
export async function enterAll(app, figures) {
  for (const [name, text] of Object.entries(figures)) await enter(app, name, text);
}

/** Chooses level and year in the heading, and the unit's name if it is given. */
export async function heading(app, { unit, level = 'commune', year = 2023 } = {}) {
  if (unit !== undefined) await enter(app, 'unit', unit);
  await reach(app, named('level'));
  await app.setSelect(named('level'), level);
  await app.setSelect(named('year'), String(year));
}

/** What the field of a name holds; null when it is not there. */
export const held = (app, name) => app.js('return document.querySelector(arguments[0])?.value ?? null', named(name));

/** Waits until the field of a name holds `text`. */
export async function holds(app, name, text) {
  await until(`${name} with “${text}”`, async () => {
    const now = await held(app, name);
    if (now !== text) throw new Error(`it holds “${now}”`);
    return true;
  });
}

/** What all figures of the page hold, by name. */
export const figures = (app) =>
  app.js('return Object.fromEntries([...document.querySelectorAll("input[data-figure]:not([type=radio])")].map((e) => [e.name, e.value]))');

/** The ids of the rows shown, in order. */
export const rows = (app) => app.js('return [...document.querySelectorAll("[data-target]")].map((row) => row.dataset.target)');

/** Waits until there is no element of `selector`. */
export const gone = (app, selector) =>
  until(`no ${selector}`, () => app.js('return document.querySelector(arguments[0]) === null', selector));

/** Waits until the storage has everything. */
export const saved = (app) => app.sees('saved', 'saved');

/** Opens a target's details. */
export async function details(app, id) {
  await press(app, `[data-target="${id}"] [data-action="details"]`);
  await app.find(named(`${id}.note`));
}

/** What has the focus: its name, else its action with the row's id, else its tag. */
export const focused = (app) =>
  app.js(`
    const e = document.activeElement;
    const row = e.closest('[data-target]')?.dataset.target;
    return e.getAttribute('name') ?? (e.dataset.action ? (row ? row + ' ' : '') + e.dataset.action : e.getAttribute('role') ?? e.tagName)`);

/** Waits until `what` has the focus, as `focused` says it. */
export async function focusIs(app, what) {
  await until(`the focus on ${what}`, async () => {
    const now = await focused(app);
    if (now !== what) throw new Error(`it is on ${now}`);
    return true;
  });
}

/** The header's numbers. */
export async function header(app) {
  const [index, possible, points, max] = await Promise.all(['index', 'index-possible', 'points', 'max-points'].map((name) => app.out(name)));
  return { index, possible, points, max };
}

/** Waits until the header shows these numbers. */
export async function headerSees(app, { index, possible, points, max }) {
  if (index !== undefined) await app.sees('index', index);
  if (possible !== undefined) await app.sees('index-possible', possible);
  if (points !== undefined) await app.sees('points', points);
  if (max !== undefined) await app.sees('max-points', max);
}
