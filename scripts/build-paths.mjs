// A build must not tell of the computer that made it: libraries leave the path of their sources in messages of panics.
// Cargo can leave paths out by itself (`trim-paths`) only in its nightly version, and rustc's `--remap-path-prefix` wants
// the folders of this very computer in the settings of the project.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `text` with a meaning of its own for none of its characters. */
const literally = (text) => text.replace(/[^\w/]/g, '\\$&');

/**
 * `module` with dots in place of the folders where cargo and rustup keep sources. It stays as long as it was, so that no
 * place in it moves.
 */
export function stripBuildPaths(module, { cargo, rustup } = homes()) {
  const folders = [`${literally(cargo)}/registry/src/[^/]+/`, `${literally(rustup)}/toolchains/[^/]+/lib/rustlib/src/rust/`];
  const dotted = module.toString('latin1').replace(new RegExp(folders.join('|'), 'g'), (path) => '.'.repeat(path.length));
  return Buffer.from(dotted, 'latin1');
}

/** Where cargo and rustup keep what is theirs. A path may hold letters outside of latin1; a module holds UTF-8. */
function homes() {
  const home = (variable, folder) => Buffer.from(process.env[variable] ?? join(homedir(), folder)).toString('latin1');
  return { cargo: home('CARGO_HOME', '.cargo'), rustup: home('RUSTUP_HOME', '.rustup') };
}
