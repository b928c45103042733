// Serves a folder on http://127.0.0.1:8080/, for looking at the hosted build: GET and HEAD only, this computer only.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOST = '127.0.0.1';
const PORT = 8080;

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** The file asked for inside `folder`, or nothing: a path never leads out of it. */
function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, `http://${HOST}`).pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const file = resolve(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(folder + sep) && isFile(file) ? file : undefined;
}

const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const file = fileOf(folder, request.url);
  if (!file) return response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Không có trang này · Not found\n');
  const brotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && isFile(`${file}.br`);
  const sent = brotli ? `${file}.br` : file;
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(sent).size,
    // Assets carry a hash of their content in the name; pages don't.
    'cache-control': /-[0-9a-f]{12,}(_bg)?\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // As docs/hosting.md asks of every server.
    'x-content-type-options': 'nosniff',
    'content-security-policy': "frame-ancestors 'self'",
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    vary: 'accept-encoding',
    ...(brotli && { 'content-encoding': 'br' }),
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(sent).on('error', () => response.destroy()).pipe(response);
}

/** A server of `folder` that listens on this computer only, on `port`; 0 takes any free one. Gives it once it listens. */
export function serve(folder, port) {
  return new Promise((ready, failed) => {
    const server = createServer((request, response) => answer(resolve(folder), request, response));
    server.on('error', failed).listen(port, HOST, () => ready(server));
  });
}

async function main() {
  const folder = resolve(process.argv[2] ?? 'dist');
  const single = join(folder, 'tu-cham.html');
  try {
    await serve(folder, PORT);
  } catch (error) {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${PORT} is already taken by another program, perhaps another \`make start\`. Stop it, then try again.\nThe single file needs no server: open ${single}`
        : `The page can't be served: ${error.message}`,
    );
    process.exit(1);
  }
  console.log(`
Tự chấm is ready.
  Hosted page:  http://${HOST}:${PORT}/
  Single file:  ${single}   (open it by a double click; it needs no server)
Stop with Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
