// The page on paper: printed as the browser prints it, and read back with Poppler.
import { execFileSync } from 'node:child_process';

/** Prints the page and reads it back: of each page the text, the size in points, and how far in its text begins, in millimetres. */
export async function printed(app) {
  const data = app.browser === 'chromium'
    ? (await app.cdp('Page.printToPDF', { preferCSSPageSize: true, printBackground: false })).data
    : await app.driver.printPage({});
  const path = app.writeFile('in.pdf', Buffer.from(data, 'base64'));
  const run = (program, ...rest) => execFileSync(program, rest, { encoding: 'utf8' });
  const sizes = [...run('pdfinfo', '-l', '99', path).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, w, h]) => [Number(w), Number(h)]);
  const pages = sizes.map((_, at) => run('pdftotext', '-f', `${at + 1}`, '-l', `${at + 1}`, path, '-'));
  // The number of a page stands above its text.
  const least = (page, side) => Math.min(...[...page.matchAll(new RegExp(`<word[^>]* ${side}="([\\d.]+)"[^>]*>(?!\\d+<)`, 'g'))].map(([, edge]) => Number(edge)));
  const edges = run('pdftotext', '-bbox', path, '-').split('<page ').slice(1)
    .map((page) => ['xMin', 'yMin'].map((side) => Math.round((least(page, side) * 25.4) / 72)));
  return { pages, sizes, edges };
}
