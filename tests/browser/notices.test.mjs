// Notices: they leave by themselves once they can have been read, stay while somebody is at them, cover nothing for good, and
// never take the focus with them.
import assert from 'node:assert/strict';
import { Key, eachBrowser, inOneBrowser } from './support/app.mjs';
import { button, enterAll, focusIs, gone, heading, named, press, rows, saved } from './support/entry.mjs';
import { until } from './support/wait.mjs';

const pasted = '[data-notice="pasted"]';

/** The page's clock for all that takes longer than a notice is read: it goes on when the test says so. */
const clock = `
  window.asked = new Map();
  let last = 0;
  const real = window.setTimeout.bind(window);
  window.setTimeout = (run, millis, ...values) => {
    if (!window.held || millis < 1500) return real(run, millis, ...values);
    last -= 1;
    window.asked.set(last, { run, millis });
    return last;
  };
  const clear = window.clearTimeout.bind(window);
  window.clearTimeout = (id) => window.asked.delete(id) || clear(id);`;

/** A block pasted into the page; timers are held from now on. */
async function filled(app) {
  await app.beforePage(clock);
  await app.open();
  await heading(app);
  await saved(app);
  await app.js('window.held = true');
  await app.paste(named('TT-4a.done'), '104\t104\n98\t104');
  await app.find(pasted);
  // Where the field was clicked the notice may stand now.
  await app.driver.actions().move({ x: 5, y: 300 }).perform();
}

/** How long a slow reader takes for what the notice says, in milliseconds: six seconds, and a tenth for each letter. */
const readable = (app) => app.js('return 6000 + 100 * [...document.querySelector(".notices").textContent].length');

/** Waits until somebody waits for so many milliseconds: the store has its own waits. */
const waits = (app, millis) => until(`a wait of ${millis} ms`, () => app.js('return [...window.asked.values()].some((one) => one.millis === arguments[0])', millis));

/** So many milliseconds are over. */
const passed = (app, millis) =>
  app.js('for (const [id, one] of [...window.asked]) if (one.millis === arguments[0] && window.asked.delete(id)) one.run()', millis);

/** How long after somebody was at a notice it is looked at again, in milliseconds. */
const AGAIN = 2000;

eachBrowser('a notice leaves by itself once it can have been read, and not while somebody is at it', { ready: false }, async (app) => {
  await filled(app);
  const first = await readable(app);
  await waits(app, first);

  await app.driver.actions().move({ origin: await app.find(pasted) }).perform();
  await passed(app, first);
  await waits(app, AGAIN);
  assert.ok(await app.js('return document.querySelector(arguments[0]) !== null', pasted), 'pointed at, it stays');

  await app.driver.actions().move({ x: 5, y: 300 }).perform();
  await app.js('document.querySelector(arguments[0] + " [data-action=dismiss]").focus()', pasted);
  await passed(app, AGAIN);
  await waits(app, AGAIN);
  assert.ok(await app.js('return document.querySelector(arguments[0]) !== null', pasted), 'focused, it stays');

  await app.js('arguments[0].focus({ preventScroll: true })', await app.find(named('TT-5.total')));
  // Whoever reads elsewhere meanwhile is not taken back to the field.
  await app.js('window.scrollTo({ top: 0, behavior: "instant" })');
  await passed(app, AGAIN);
  await gone(app, pasted);
  await focusIs(app, 'TT-5.total');
  assert.equal(await app.js('return window.scrollY'), 0);
});

inOneBrowser('what went wrong stays until it is closed', { ready: false }, async (app) => {
  await filled(app);
  const first = await readable(app);
  await waits(app, first);
  await app.importFile(app.writeFile('hỏng.json', '{"format": '));
  await app.find('[data-problem]');
  assert.equal(await app.js('return document.querySelectorAll(".notice").length'), 2);
  await passed(app, first);
  await gone(app, pasted);
  await passed(app, AGAIN);
  assert.ok(await app.js('return document.querySelector("[data-problem]") !== null'));
});

eachBrowser('a notice that is closed by keyboard gives the focus back, whichever of its buttons closed it', { ready: false }, async (app) => {
  await filled(app);
  await focusIs(app, 'TT-4a.done');
  await app.js('document.querySelector(arguments[0] + " [data-action=dismiss]").focus()', pasted);
  await app.press(Key.ENTER);
  await gone(app, pasted);
  await focusIs(app, 'TT-4a.done');

  await app.paste(named('TT-4b.done'), '1\t2\n3\t4');
  await app.find(pasted);
  await app.js('document.querySelector(arguments[0] + " .button").focus()', pasted);
  await app.press(Key.ENTER);
  await app.find('[data-notice="undone"]');
  await focusIs(app, 'TT-4b.done');
});

eachBrowser('no figure and no score lies under a notice when it is gone to', { ready: false }, async (app) => {
  await filled(app);
  for (const [width, height] of [[1366, 768], [1024, 768], [360, 800], [341, 192]]) {
    await app.viewport(width, height);
    for (const id of await rows(app)) {
      const name = await app.js(`
        const field = document.querySelector('[data-target="' + arguments[0] + '"] [data-figure]');
        field.focus();
        field.scrollIntoView({ block: 'nearest' });
        const box = field.getBoundingClientRect();
        const seen = document.elementFromPoint(box.x + box.width / 2, box.bottom - 2);
        return seen?.closest('.notices') ? field.name : null`, id);
      assert.equal(name, null, `${width} × ${height}`);
    }
  }
  // The end of the page can be scrolled clear of it.
  await app.viewport(1366, 768);
  const clear = await app.js(`
    window.scrollTo(0, document.documentElement.scrollHeight);
    const main = document.querySelector('main').getBoundingClientRect();
    return main.bottom <= document.querySelector('.notices').getBoundingClientRect().top + 1`);
  assert.ok(clear);
});

inOneBrowser('a notice of the show stands below it and over none of its buttons', async (app) => {
  await heading(app);
  await enterAll(app, { 'TT-3.done': '410', 'TT-3.total': '850' });
  await app.js('location.hash = "#/trinh-chieu"');
  await press(app, button('show-begin'));
  await app.find('[data-screen]');
  await app.dropFile('hỏng.json', '{"format": ');
  await app.find('[data-problem]');
  const covered = await app.js(`
    return [...document.querySelectorAll('.deck button, .deck label')].filter((each) => each.checkVisibility()).filter((each) => {
      const box = each.getBoundingClientRect();
      return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest('.notices');
    }).length`);
  assert.equal(covered, 0);
});
