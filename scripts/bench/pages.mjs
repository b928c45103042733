// The pages that are measured: copies of the built file, and the plain pages that stand beside it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { embeddable } from './target-set.mjs';
import { pause } from './chromium.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const READY = 'document.documentElement.dataset.ready === "true"';

/** A folder for the pages of one run. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), 'tu-cham-bench-'));
  return {
    /** Writes a page and gives its `file://` address. */
    page(name, text) {
      const path = join(folder, `${name}.html`);
      writeFileSync(path, text);
      return pathToFileURL(path).href;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The single file of the build in `dist`. */
export const application = (dist) => readFileSync(join(dist, 'tu-cham.html'), 'utf8');

/** The single file carrying a target set of its own. */
export function carrying(dist, set) {
  const empty = '<script type="application/json" id="tu-cham-set"></script>';
  const text = application(dist);
  if (!text.includes(empty)) throw new Error('the single file has no empty block for a target set');
  return text.replace(empty, () => empty.replace('></', () => `>${embeddable(set)}</`));
}

/** The style sheets of the build in `dist`; they lie packed in the single file. */
const styles = (dist) => readFileSync(join(dist, 'index.html'), 'utf8').match(/<style\b[^]*?<\/style>/g).join('\n');

const page = (dist, body) => `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>–</title>
${styles(dist)}</head><body>${body}</body></html>`;

/** What the application has drawn, as HTML that draws the same without it; `empty` leaves out the areas. */
export function drawn(tab, { empty = false } = {}) {
  return tab.js(`(() => {
    const copy = document.getElementById('app').cloneNode(true);
    const fields = document.querySelectorAll('#app input, #app select');
    copy.querySelectorAll('input, select').forEach((field, place) => {
      const { value, checked, type } = fields[place];
      if (type === 'radio') field.toggleAttribute('checked', checked);
      else if (field.tagName === 'INPUT' && type !== 'file') field.setAttribute('value', value);
      for (const option of field.options ?? []) option.toggleAttribute('selected', option.value === value);
    });
    if (${empty}) copy.querySelector('.areas').replaceChildren();
    return copy.outerHTML;
  })()`);
}

/** A page of the same rows and styles without any script. */
export const still = (dist, html) => page(dist, html);

/** A page that plain JavaScript fills with the rows of the built-in set. */
export function byHand(dist, frame) {
  const set = JSON.parse(readFileSync(at('sets/196-ctr-ubnd.json'), 'utf8'));
  const script = readFileSync(new URL('by-hand.js', import.meta.url), 'utf8');
  return page(dist, `${frame}<script type="application/json" id="set">${embeddable(set)}</script><script>${script}</script>`);
}

/** Chooses level and year and waits until that is saved: later visits begin with it. */
export async function prepare(tab, level, year) {
  for (const [name, value] of [['level', level], ['year', year]]) {
    await tab.js(`(() => {
      const list = document.querySelector('[name="${name}"]');
      list.value = ${JSON.stringify(value)};
      list.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await tab.until(`document.querySelector('[name="${name}"]').value === ${JSON.stringify(value)}`);
  }
  await tab.until('document.querySelector(\'[data-out="saved"]\').dataset.value === "saved"');
}

/** Fills every pair of figures from the first `.done` field down, by one paste of two columns. */
export async function fillFigures(tab) {
  const field = '[name$=".done"]';
  await tab.js(`(() => {
    const first = document.querySelector('${field}');
    const lines = [...document.querySelectorAll('${field}')].map((_, row) => (397 + 7 * row) + '\\t' + (12345 + 977 * row));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', lines.join('\\n'));
    first.focus();
    first.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
  await tab.until(`[...document.querySelectorAll('${field}')].every((each) => each.value !== '')`);
  await pause(800);
}
