// Both languages are whole, on every page and in every dialog, and no barrier stands anywhere, light or dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Key, inOneBrowser } from './support/app.mjs';
import { button, choice, details, enterAll, focusIs, gone, heading, press, rows, saved } from './support/entry.mjs';
import { sealed } from './support/seal.mjs';
import { until } from './support/wait.mjs';

const golden = readFileSync(new URL('../golden/assessment-v1.json', import.meta.url), 'utf8');
// Texts of the user's own are in no language of the page: these are told from the page's words by their letters.
const unit = 'ỦỶỸ';
const reason = 'ẶẸẺ';

/** Shows the page in a language, without a reload. */
async function speak(app, language) {
  await app.js('window.sameVisit = true');
  await press(app, choice('lang', language));
  await until(`the page in ${language}`, () => app.js('return document.documentElement.lang === arguments[0]', language));
}

/** Every text that is seen or read out, but quotations and names that bear a language of their own, and what stands in files. */
const words = (app, foreign) =>
  app.js(`
    const foreign = arguments[0];
    const found = [];
    const own = (e) => e.closest('[lang="' + foreign + '"]:not(html), script, style, template, [data-difference] td bdi') !== null;
    const seen = (e) => e.tagName === 'OPTION' || e.checkVisibility();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const e = walker.currentNode.parentElement;
      const text = walker.currentNode.data.replace(/\\s+/g, ' ').trim();
      if (text && seen(e) && !own(e)) found.push(text);
    }
    for (const e of document.querySelectorAll('[title], [aria-label], [placeholder], [alt], [aria-description]')) {
      if (own(e) || !seen(e)) continue;
      for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'aria-description']) if (e.hasAttribute(name)) found.push(e.getAttribute(name));
    }
    return found`,
    foreign);

// A key of the file, the product's name, each language by its own name, what the guide finds when it searches, what was typed.
const allowed = ['document.device', 'Tự chấm', 'Tiếng Việt', 'English', '“số hóa”', unit, reason];
const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
const english = /\b(the|and|of|for|with|points?|targets?|figures?|saved?|draft|open|close|undo|redo|search|year|level|commune|goals?|delete|remove|cancel|evidence|note|reason|language|page|document)\b/i;

async function speaksOnly(app, language, where) {
  const mark = language === 'en' ? vietnamese : english;
  const texts = await words(app, language === 'en' ? 'vi' : 'en');
  assert.ok(texts.length > 5, `${where}: hardly a word was found`);
  const amiss = texts.filter((text) => mark.test(allowed.reduce((left, name) => left.replaceAll(name, ''), text)));
  assert.deepEqual(amiss, [], `${where}, ${language}`);
}

/** A page with something of everything: met, unmet, problems, not applicable, an offer, evidence, all details open. */
async function filled(app) {
  await heading(app, { unit, level: 'district', year: 2023 });
  await enterAll(app, {
    'TC-1.done': '6', 'TC-1.total': '6', 'TC-2.done': '7', 'TC-2.total': '6', 'TT-2a.done': '12,5', 'TT-2b.done': '0', 'TT-2b.total': '0',
    'TT-3.done': '410', 'TT-3.total': '850', 'TT-4a.done': '104', 'TT-4a.total': '104', 'TT-5.done': '-1', 'TT-6.done': '5%',
  });
  for (const id of await rows(app)) await details(app, id);
  await press(app, button('add-evidence', '[data-target="TT-3"]'));
  await press(app, '[name="TT-4a.not_applicable"]');
  await focusIs(app, 'TT-4a.reason');
  await app.press(reason);
  await app.rowSees('TT-4a', { state: 'not_applicable' });
  await saved(app);
}

const file = (change) => {
  const content = JSON.parse(golden);
  content.unit.name = unit;
  change(content);
  return sealed(content);
};

/** A page besides that of figures. */
const page = (path) => ({
  enter: async (app) => {
    await app.js('location.hash = arguments[0]', path);
    await gone(app, '[name="unit"]');
  },
  leave: async (app) => {
    await app.js('location.hash = "#/nhap-lieu"');
    await app.find('[name="unit"]');
  },
});

/** The places where words stand. Each is entered, and left again. */
const places = {
  'the guide': page('#/huong-dan'),
  'the results': page('#/ket-qua'),
  'the drafts': { enter: (app) => press(app, button('drafts')), leave: (app) => app.press(Key.ESCAPE) },
  'the question before removing all': {
    enter: async (app) => {
      await press(app, button('drafts'));
      await press(app, button('remove-all'));
      await app.find('[role="alertdialog"]');
    },
    leave: async (app) => {
      await app.press(Key.ESCAPE);
      await gone(app, '[role="alertdialog"]');
      await app.press(Key.ESCAPE);
    },
  },
  'the ways to send': { enter: (app) => press(app, button('send')), leave: (app) => app.press(Key.ESCAPE) },
  'the kept versions': { enter: (app) => press(app, button('versions', '[data-out="saved"]')), leave: (app) => app.press(Key.ESCAPE) },
  'the preview': {
    enter: (app) => app.importFile(app.writeFile('a.json', file((content) => { content.unit.level = 'ward'; content.year = 2030; content.result.points = '1.000'; }))),
    leave: (app) => app.press(Key.ESCAPE),
  },
  'a refusal': {
    enter: async (app) => {
      await app.importFile(app.writeFile('b.json', '{"format": "tu-cham/assessment", "version": 1, "year": 2023, "answers": 3}'));
      await app.find('[role="alert"][data-problem]');
    },
    leave: async (app) => {
      await press(app, button('dismiss', '[role="alert"][data-problem]'));
      await gone(app, '[role="alert"][data-problem]');
    },
  },
};
const dialogs = ['the drafts', 'the ways to send', 'the kept versions', 'the question before removing all', 'the preview'];

async function inEach(app, visit) {
  for (const [where, { enter, leave }] of Object.entries(places)) {
    await enter(app);
    if (dialogs.includes(where)) await app.find('[role="dialog"], [role="alertdialog"]');
    await visit(where);
    await leave(app);
    if (dialogs.includes(where)) await gone(app, '[role="dialog"]');
  }
}

inOneBrowser('a switch of language leaves nothing behind in the other one', { timeout: 150_000 }, async (app) => {
  await speaksOnly(app, 'vi', 'an empty page');
  await speak(app, 'en');
  await speaksOnly(app, 'en', 'an empty page');
  await filled(app);
  await speaksOnly(app, 'en', 'the filled page');
  await inEach(app, (where) => speaksOnly(app, 'en', where));
  await press(app, button('undo'));
  await app.find('[data-notice="undone"]');
  await speaksOnly(app, 'en', 'a notice');
  await speak(app, 'vi');
  assert.equal(await app.js('return window.sameVisit'), true, 'the page was not loaded anew');
  await speaksOnly(app, 'vi', 'a notice');
  await inEach(app, (where) => speaksOnly(app, 'vi', where));
  await speaksOnly(app, 'vi', 'the filled page');
});

inOneBrowser('no barrier stands anywhere, in light and in dark', { timeout: 240_000 }, async (app) => {
  const clear = async (where) => assert.deepEqual(await app.axe(), [], where);
  for (const theme of ['light', 'dark']) {
    await press(app, choice('theme', theme));
    await clear(`an empty page, ${theme}`);
  }
  await filled(app);
  for (const theme of ['dark', 'light']) {
    await press(app, choice('theme', theme));
    await clear(`the filled page, ${theme}`);
    await inEach(app, (where) => clear(`${where}, ${theme}`));
  }
});
