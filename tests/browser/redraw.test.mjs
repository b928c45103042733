// A view is drawn again only when what it reads changed. Here everything is drawn anew after random events, by leaving the
// language and coming back to it: where that changes the page, a view has slept through something.
import assert from 'node:assert/strict';
import { inOneBrowser } from './support/app.mjs';
import { heading, saved } from './support/entry.mjs';

/** Numbers from 0 up to a limit, the same in every run. */
function drawn(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

/** Does something in the page, and waits until it is drawn. */
const does = (app, body, ...values) => app.js(`${body}; return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`, ...values);

/** All that is shown: the elements, and what fields hold and boxes say. */
const shown = (app) => app.js(`
  const fields = [...document.querySelectorAll('#app input, #app select, #app textarea')].map((e) => [e.name, e.value, e.checked]);
  return [document.querySelector('#app').innerHTML, JSON.stringify(fields)]`);

const speak = (app, language) => does(app, 'document.querySelector(`[name="lang"][value="${arguments[0]}"]`).click()', language);

const texts = ['', '0', '7', '7', '410', '850', '1.234', 'x', '99,5', '100'];
const words = ['', 'hồ sơ', 'TT-3', 'không có gì'];
const pages = ['nhap-lieu', 'ket-qua', 'thu-phuong-an', 'bao-cao', 'chi-tieu', 'nhap-lieu', 'nhap-lieu'];

/** Types into every figure of a row, so that it is often scored. */
const types = (app, any) => does(app, `
  const rows = [...document.querySelectorAll('main [data-target]')];
  const fields = [...rows[arguments[0] % rows.length]?.querySelectorAll('input[data-figure]:not([type=radio]):not([readonly])') ?? []];
  fields.forEach((field, place) => {
    field.value = arguments[1][place % arguments[1].length];
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  })`, any(1000), [texts[any(texts.length)], texts[any(texts.length)]]);

/** What a person may do, by chance. */
const events = [
  types, types, types,
  (app, any) => does(app, `
    const boxes = [...document.querySelectorAll('main input[type=radio], main input[type=checkbox]')];
    boxes[arguments[0] % boxes.length]?.click()`, any(1000)),
  (app, any) => does(app, `
    const rows = [...document.querySelectorAll('[data-action="details"]')];
    rows[arguments[0] % rows.length]?.click()`, any(1000)),
  (app, any) => does(app, `
    const search = document.querySelector('[name="search"]');
    if (search) { search.value = arguments[0]; search.dispatchEvent(new InputEvent('input', { bubbles: true })); }`, words[any(words.length)]),
  (app, any) => does(app, 'location.hash = arguments[0]', `#/${pages[any(pages.length)]}`),
  (app, any) => does(app, 'document.querySelector(`[data-action="${arguments[0]}"]:not(:disabled)`)?.click()', any(3) > 0 ? 'undo' : 'redo'),
  (app, any) => does(app, `
    const list = document.querySelector('main select[name="year"]');
    if (list) { list.selectedIndex = arguments[0] % list.options.length; list.dispatchEvent(new Event('change', { bubbles: true })); }`, any(10)),
];

inOneBrowser('no view sleeps through an event', { timeout: 180_000 }, async (app) => {
  await heading(app, { unit: 'UBND xã Phú Mậu', year: 2023 });
  const any = drawn(20_231_201);
  for (let round = 0; round < 40; round += 1) {
    const done = [];
    for (let event = 0; event < 4; event += 1) {
      const which = any(events.length);
      await events[which](app, any);
      done.push(which);
    }
    await saved(app);
    const [elements, fields] = await shown(app);
    await speak(app, 'en');
    await speak(app, 'vi');
    const [again, fieldsAgain] = await shown(app);
    assert.equal(elements, again, `round ${round}, events ${done}`);
    assert.equal(fields, fieldsAgain, `round ${round}, events ${done}`);
  }
});
