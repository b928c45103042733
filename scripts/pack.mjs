// Trunk's `post_build` step. Trunk leaves index.html, the style sheets, the glue and the optimised
// module in its staging folder; this finishes the hosted page (scripts, policy) and, in a release build,
// writes the single file from the same module, and what the hosted page needs to be installed and sent. The second module,
// of Word and Excel, lies inert in the single file and beside the hosted page until it is asked for.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib';
import { minify } from 'terser';
import { classicGlue, office } from './bindgen.mjs';
import { stripBuildPaths } from './build-paths.mjs';
import { links, writeManifest, writeWorker } from './offline.mjs';

const PACKAGE = 'tu-cham';
const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
const pageScripts = new URL('page/', import.meta.url);

const names = readdirSync(staging);
const staged = (pattern, what) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one ${what} in ${staging}, found: ${found.join(', ') || 'none'}`);
  return found[0];
};
const read = (name) => readFileSync(join(staging, name), 'utf8');
const write = (name, content) => writeFileSync(join(staging, name), content);

/** A script without comments and spare spaces; names that the page shares stay. */
async function small(code, options = {}) {
  const { code: result } = await minify(code, { ecma: 2020, ...options });
  return result;
}

const pageSource = (name) => readFileSync(new URL(`${name}.js`, pageScripts), 'utf8');
const pageScript = (name, options) => small(pageSource(name), options);

/** `html` with every `<script data-inline="x">` filled from `scripts`. */
function fill(html, scripts) {
  return html.replace(/<script data-inline="(\w+)"><\/script>/g, (_, name) => scripts[name].map(inline).join('\n'));
}

/** An inline classic script. A closing tag inside it would end it early. */
function inline(code) {
  if (/<\/script|<!--/i.test(code)) throw new Error('an inline script holds a tag that would end it');
  return `<script>${code}</script>`;
}

/** `html` with the content policy: inline scripts, and `later` ones, by their hashes, all else refused but for `allowed`. */
function secure(html, allowed, later = []) {
  const inlined = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code]) => code);
  const hashes = [...inlined, ...later].map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  const always = {
    'default-src': ["'none'"],
    'script-src': [...hashes, "'wasm-unsafe-eval'"],
    'style-src': ["'unsafe-inline'"],
    'img-src': ['data:', 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  const rules = [...new Set([...Object.keys(always), ...Object.keys(allowed)])];
  const policy = rules.map((rule) => [rule, ...(always[rule] ?? []), ...(allowed[rule] ?? [])].join(' '));
  const tag = '<meta data-policy>';
  if (!html.includes(tag)) throw new Error(`index.html has lost its ${tag}`);
  return html.replace(tag, () => `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`);
}

/** A style sheet without its comments and indentation. No value of ours holds a comment's marks. */
const bare = (css) => css.replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').trim();

/** `html` with its style sheets inside: each would be a request that the first frame waits for. */
const styled = (html) => html.replace(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>/g, (_, name) => `<style data-sheet>${bare(read(name))}</style>`);

/** `content` as a file under a name of its own; its place beside the page. */
function asset(name, extension, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  write(`${name}-${hash}${extension}`, content);
  return `./${name}-${hash}${extension}`;
}

/** The script that loads the second module, from these places if it lies beside the page. */
const loader = (glue = '', module = '') => small(pageSource('office').replace('@glue@', glue).replace('@module@', module));

/**
 * The hosted page: glue and module beside it under hashed names, asked for before the first frame; the second module's too,
 * asked for when it is wanted.
 */
async function hosted(page, common, first, second) {
  const glue = asset(PACKAGE, '.js', await small(first.glue, { module: true }));
  const module = asset(PACKAGE, '.wasm', first.module);
  const start = (await pageScript('start-hosted')).replace('@glue@', glue).replace('@module@', module);
  const office = await loader(asset(`${PACKAGE}-office`, '.js', second.glue), asset(`${PACKAGE}-office`, '.wasm', second.module));
  const early = [
    `<link rel="modulepreload" href="${glue}">`,
    `<link rel="preload" href="${module}" as="fetch" type="application/wasm" crossorigin>`,
  ];
  const scripts = [office, start];
  // While it is worked on, the page must not come out of a cache.
  if (release) {
    early.push(...links);
    scripts.push(await pageScript('update'));
  }
  // Ahead of the styles, and behind the policy that they fall under.
  const html = fill(page, { ...common, start: scripts }).replace('<meta name="viewport"', (tag) => [...early, tag].join('\n    '));
  const own = ["'self'"];
  const more = Object.fromEntries(['script-src', 'img-src', 'connect-src', 'manifest-src', 'worker-src'].map((rule) => [rule, own]));
  write('index.html', secure(html, more));
}

/** JSON as a script element may hold it: nothing in it can end the element or begin another. */
const inert = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * `html` with a block that says what stands between its style and script elements, which bear their number. From both
 * the running page puts its own text together, byte for byte, to hand over copies: it can't read its file from disk.
 * The checksum is that of the whole text without it, so that a page which something has changed is no copy's source.
 */
function knowingItself(html) {
  const block = '<script type="application/json" id="tu-cham-parts"></script>\n    ';
  const page = html.replace('<script type="application/octet-stream"', (tag) => block + tag);
  const texts = [];
  const contents = [];
  let rest = 0;
  for (const { 0: element, 1: name, 2: attributes, 3: content, index } of page.matchAll(/<(style|script)\b([^>]*)>([^]*?)(?=<\/\1>)/g)) {
    if (/id="tu-cham-(set|data)"/.test(attributes)) continue;
    texts.push(`${page.slice(rest, index)}<${name} data-part="${texts.length}"${attributes}>`);
    contents.push(attributes.includes('id="tu-cham-parts"') ? undefined : content);
    rest = index + element.length;
  }
  texts.push(page.slice(rest));
  const whole = (sha256) => {
    const own = inert({ sha256, texts });
    return texts.map((text, at) => (at < contents.length ? text + (contents[at] ?? own) : text)).join('');
  };
  return whole(createHash('sha256').update(whole('')).digest('hex'));
}

/**
 * Bytes as they lie in the single file: gzip, which every browser opens by itself, as text. `start-single.js` reads it back.
 * Zopfli writes the same format in a twentieth fewer bytes than gzip itself, for some seconds more.
 */
function packed(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'tu-cham-pack-'));
  try {
    const path = join(folder, 'bytes');
    writeFileSync(path, bytes);
    return execFileSync('zopfli', ['--i5', '-c', path], { maxBuffer: 64 * 1024 * 1024 }).toString('base64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A block that lies in the page and never runs. */
function block(type, id, content) {
  if (/<\/script|<!--/i.test(content)) throw new Error(`the block ${id} holds a tag that would end it`);
  return `<script type="${type}" id="${id}">${content}</script>\n    `;
}

/** The page, its glue, its modules and its style sheets, which nothing needs before the module, in one file that needs nothing else. */
async function single(page, common, module, second) {
  const sheets = [];
  const unstyled = page.replace(/<style data-sheet>([^]*?)<\/style>\s*/g, (_, css) => {
    sheets.push(css);
    return '';
  });
  const glue = await small(classicGlue(PACKAGE, module));
  const blocks = [
    block('application/octet-stream', `${PACKAGE}-styles`, packed(sheets.join('\n'))),
    block('application/octet-stream', `${PACKAGE}-module`, packed(module)),
    block('text/plain', `${PACKAGE}-office-glue`, second.glue),
    block('application/octet-stream', `${PACKAGE}-office`, packed(second.module)),
  ];
  const start = [glue, await loader(), await pageScript('start-single')];
  const html = unstyled.replace('<script data-inline="start">', (tag) => blocks.join('') + tag);
  if (/<(?:link|script|img)\b[^>]*(?:src|href)="(?!data:)/.test(html)) throw new Error('the single file would ask for another file');
  const text = knowingItself(secure(fill(html, { ...common, start }), {}, [second.glue]));
  write(`${PACKAGE}.html`, text);
  // What `sha256sum -c` reads: whoever gets the file from elsewhere can tell whether it is this one.
  write(`${PACKAGE}.html.sha256`, `${createHash('sha256').update(text).digest('hex')}  ${PACKAGE}.html\n`);
}

/** Copies for servers that hand out brotli as it lies there. */
function precompress() {
  for (const name of readdirSync(staging).filter((name) => /\.(html|css|js|wasm)$/.test(name) && name !== `${PACKAGE}.html`)) {
    const bytes = readFileSync(join(staging, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    write(`${name}.br`, brotliCompressSync(bytes, { params }));
  }
}

/**
 * `html` with the product's second set, compressed, which nothing reads before it is asked for: in the module everyone
 * would wait for it, and beside the page a file opened from disk could not reach it.
 */
function withMoreSets(html) {
  const tag = '<script type="text/plain" id="tu-cham-more-sets">';
  if (!html.includes(tag)) throw new Error(`index.html has lost its ${tag}`);
  const set = JSON.parse(readFileSync(new URL('../sets/mau-minh-hoa-8-linh-vuc.json', import.meta.url), 'utf8'));
  return html.replace(tag, () => tag + deflateRawSync(JSON.stringify(set), { level: 9 }).toString('base64url'));
}

const page = withMoreSets(styled(read('index.html').replace(/\s*(?:<!--[^]*?-->|<link data-trunk[^>]*>)/g, '')));
// They stand in the pages now; nothing asks for them.
for (const name of names.filter((name) => name.endsWith('.css'))) rmSync(join(staging, name));
const taken = (pattern, what) => {
  const name = staged(pattern, what);
  const content = readFileSync(join(staging, name));
  // They are written again under names of what they become.
  rmSync(join(staging, name));
  return content;
};
const glue = taken(new RegExp(`^${PACKAGE}-[0-9a-f]+\\.js$`), 'glue script').toString();
const module = stripBuildPaths(taken(new RegExp(`^${PACKAGE}-[0-9a-f]+_bg\\.wasm$`), 'WebAssembly module'));
const old = (name) => pageScript(name, { ecma: 5 });
const common = { theme: [await old('theme')], failure: [await old('rescue'), await old('failure'), await old('intact'), await old('framed')] };
const made = office(release);
const second = { glue: await small(made.glue), module: made.module };
await hosted(page, common, { glue, module }, second);
if (release) {
  await single(page, common, module, second);
  writeManifest(staging);
  await writeWorker(staging);
  precompress();
}
