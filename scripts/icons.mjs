// The application's mark as an icon: a check on a blue ground, drawn from the same numbers as SVG and as PNG.
import { deflateSync } from 'node:zlib';

const SIDE = 32;
const CORNER = 6;
const STROKE = 4;
const GROUND = [0x0b, 0x5c, 0xad];
const MARK = [0xff, 0xff, 0xff];
const CHECK = [[8, 17], [13.5, 22.5], [24, 10]];

const colour = (parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The mark as SVG. */
export const svg = () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">\
<rect width="${SIDE}" height="${SIDE}" rx="${CORNER}" fill="${colour(GROUND)}"/>\
<path d="M${CHECK.map((point) => point.join(' ')).join('L')}" fill="none" stroke="${colour(MARK)}" stroke-width="${STROKE}" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;

/** How far a point lies outside a square with rounded corners; less than 0 inside. */
function outsideSquare(x, y) {
  const past = (at) => Math.abs(at - SIDE / 2) - (SIDE / 2 - CORNER);
  const [dx, dy] = [past(x), past(y)];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - CORNER;
}

/** How far a point lies outside a line with round ends. */
function outsideLine(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) - STROKE / 2;
}

/**
 * The mark as PNG of `size` × `size` pixels. A maskable icon has its ground to the edges, for systems that cut icons to
 * a shape of their own; the mark keeps within the circle that they leave whole.
 */
export function png(size, { maskable = false } = {}) {
  const scale = SIDE / size;
  const covers = (outside) => Math.min(1, Math.max(0, 0.5 - outside / scale));
  const lines = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + 0.5) * scale, (row + 0.5) * scale];
      const mark = covers(Math.min(outsideLine(x, y, CHECK[0], CHECK[1]), outsideLine(x, y, CHECK[1], CHECK[2])));
      const ground = maskable ? 1 : covers(outsideSquare(x, y));
      const at = row * (1 + size * 4) + 1 + column * 4;
      GROUND.forEach((part, i) => (lines[at + i] = Math.round(part + (MARK[i] - part) * mark)));
      lines[at + 3] = Math.round(255 * ground);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits, colour with transparency.
  header.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

/** The checksum that PNG asks for (CRC-32). */
function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
