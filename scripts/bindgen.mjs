// What wasm-bindgen makes of a compiled module for a classic script, and the module of Word and Excel, which Trunk knows
// nothing of: it comes from the same compiled library as the page's own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The name under which the glue of the second module stands in its wrapping. */
const OFFICE = 'tu_cham_office';

const run = (command, options) => execFileSync(command, options, { stdio: ['ignore', 'inherit', 'inherit'] });

/** Where cargo has left the module of a binary. */
export function compiled(binary, profile) {
  const options = ['metadata', '--format-version=1', '--no-deps', '--offline'];
  const metadata = JSON.parse(execFileSync('cargo', options, { encoding: 'utf8', maxBuffer: 1 << 26 }));
  return join(metadata.target_directory, 'wasm32-unknown-unknown', profile, `${binary}.wasm`);
}

/** Calls `use` with a folder that is gone afterwards. */
function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'tu-cham-glue-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Glue for a classic script, and the module that it fits, as they lie in `folder`. */
function bind(folder, from, name, more = []) {
  // The name stands in every import of the module, so for the page's own it is the one that Trunk uses.
  run('wasm-bindgen', ['--target', 'no-modules', '--no-typescript', ...more, '--out-name', name, '--out-dir', folder, from]);
  return { glue: readFileSync(join(folder, `${name}.js`), 'utf8'), module: join(folder, `${name}_bg.wasm`) };
}

/** The names a module imports; the glue made beside it must offer the same. */
const imports = (bytes) =>
  WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ module, name }) => `${module} ${name}`);

/** Glue for the page's own module, which Trunk has optimised: `file://` pages load no module scripts. */
export const classicGlue = (binary, optimised) =>
  inFolder((folder) => {
    const { glue, module } = bind(folder, compiled(binary, 'release'), binary);
    const offered = new Set(imports(readFileSync(module)));
    const wanting = imports(optimised).filter((name) => !offered.has(name) && name !== 'rest need');
    if (wanting.length > 0) throw new Error(`the single file's glue does not offer: ${wanting.join(', ')}`);
    return glue;
  });

/** `code` with `to` in place of its only `from`. */
function changed(code, from, to) {
  if (code.split(from).length !== 2) throw new Error(`the glue is not as it was: ${from}`);
  return code.replace(from, () => to);
}

/** Glue that offers the first half of the module what brings the second, and tells of the first before it begins. */
export function joining(glue) {
  const offered = changed(glue, `"./tu-cham_bg.js": import0,`, `"./tu-cham_bg.js": import0, rest: tuChamBoot.rest,`);
  const made = 'const { instance, module } = await __wbg_load(await module_or_path, imports);';
  return changed(offered, made, `${made} await tuChamBoot.rest.given(instance.exports);`);
}

/** `module` with nothing in it of the folders in which the tools of the computer lie that built it; no place in it moves. */
export function homeless(module) {
  const home = (variable, folder) => (process.env[variable] ?? join(homedir(), folder)).replace(/[^\w/]/g, '\\$&');
  const folders = `${home('CARGO_HOME', '.cargo')}/registry/src/[^/]+/|${home('RUSTUP_HOME', '.rustup')}/toolchains/[^/]+/lib/rustlib/src/rust/`;
  return Buffer.from(module.toString('latin1').replace(new RegExp(folders, 'g'), (path) => '.'.repeat(path.length)), 'latin1');
}

/** The options of wasm-opt that stand in the page for Trunk, but for those that only splitting wants. */
const features = () => readFileSync(new URL('../index.html', import.meta.url), 'utf8').match(/data-wasm-opt-params="([^"]+)"/)[1].split(' ').filter((option) => option.startsWith('--enable-'));

/** The second module with its glue, which makes a fresh instance at each call. */
export function office(release) {
  const target = ['--target', 'wasm32-unknown-unknown', '--locked', '--offline', '--quiet'];
  run('cargo', ['build', '--package', 'office', '--bin', 'tu-cham-office', ...target, ...(release ? ['--release'] : [])]);
  return inFolder((folder) => {
    const from = compiled('tu-cham-office', release ? 'release' : 'debug');
    const made = bind(folder, from, 'tu-cham-office', ['--no-modules-global', OFFICE]);
    if (release) run('wasm-opt', ['-Oz', '--strip-debug', '--strip-producers', ...features(), made.module, '-o', made.module]);
    return { glue: `window.tuChamOfficeGlue = () => { ${made.glue}\nreturn ${OFFICE}; };`, module: homeless(readFileSync(made.module)) };
  });
}
