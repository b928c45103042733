// What wasm-bindgen makes of a compiled module for a classic script, and the module of Word and Excel, which Trunk knows
// nothing of: it comes from the same compiled library as the page's own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripBuildPaths } from './build-paths.mjs';

/** The name under which the glue of the second module stands in its wrapping. */
const OFFICE = 'tu_cham_office';

const run = (command, options) => execFileSync(command, options, { stdio: ['ignore', 'inherit', 'inherit'] });

/** Where cargo has left the module of a binary. */
function compiled(binary, profile) {
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
    const wanting = imports(optimised).filter((name) => !offered.has(name));
    if (wanting.length > 0) throw new Error(`the single file's glue does not offer: ${wanting.join(', ')}`);
    return glue;
  });

/** The options of wasm-opt that stand in the page for Trunk. */
function options() {
  const [, level, more] = readFileSync(new URL('../index.html', import.meta.url), 'utf8').match(/data-wasm-opt="(\w)" data-wasm-opt-params="([^"]+)"/);
  return [`-O${level}`, ...more.split(' ')];
}

/** The second module with its glue, which makes a fresh instance at each call. */
export function office(release) {
  const target = ['--target', 'wasm32-unknown-unknown', '--locked', '--offline', '--quiet'];
  run('cargo', ['build', '--package', 'office', '--bin', 'tu-cham-office', ...target, ...(release ? ['--release'] : [])]);
  return inFolder((folder) => {
    const from = compiled('tu-cham-office', release ? 'release' : 'debug');
    const made = bind(folder, from, 'tu-cham-office', ['--no-modules-global', OFFICE]);
    if (release) run('wasm-opt', [...options(), made.module, '-o', made.module]);
    return { glue: `window.tuChamOfficeGlue = () => { ${made.glue}\nreturn ${OFFICE}; };`, module: stripBuildPaths(readFileSync(made.module)) };
  });
}
