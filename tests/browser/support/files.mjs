// The shipped file, and copies of it where people keep such files.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder of the built product. */
export const dist = join(root, 'dist');

/** The single file as it is shipped. */
const shipped = join(dist, 'tu-cham.html');

/** What tests leave for a person to look at: screenshots. */
export const output = join(root, 'tests', 'browser', '.output');

/** A folder of its own for one test; its path has spaces and Vietnamese letters. */
export function workplace() {
  if (!existsSync(shipped)) throw new Error('dist/tu-cham.html is not there; run `make build` first');
  const base = temporary();
  const folder = join(base, 'Hồ sơ tự chấm 2023', 'bản chép');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tệp bên cạnh.txt'), 'bên cạnh');
  return {
    folder,
    /** A copy of the shipped file; `edit` may change its text. */
    copy(edit = (text) => text, name = 'tự chấm.html') {
      const path = join(folder, name);
      writeFileSync(path, edit(readFileSync(shipped, 'utf8')));
      return path;
    },
    /** A copy of the hosted build. */
    site() {
      const path = join(base, 'trang');
      cpSync(dist, path, { recursive: true });
      return path;
    },
    remove: () => removed(base),
  };
}

/** The folders of one browser: where it puts downloads, and its profiles. */
export function browserFolders() {
  const base = temporary();
  const downloads = join(base, 'Tải về');
  mkdirSync(downloads);
  let profiles = 0;
  return {
    downloads,
    /** A fresh profile. */
    profile() {
      const path = join(base, `profile-${(profiles += 1)}`);
      mkdirSync(path);
      return path;
    },
    /** Leaves no downloaded file of the last test. */
    emptyDownloads() {
      for (const name of readdirSync(downloads)) removed(join(downloads, name));
    },
    remove: () => removed(base),
  };
}

const temporary = () => mkdtempSync(join(tmpdir(), 'tu-cham-'));

const removed = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
