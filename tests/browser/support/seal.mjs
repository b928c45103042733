// A file's digest worked out a second time, from the format's description and not by the product.
import { createHash } from 'node:crypto';

/** The JSON Canonicalization Scheme (RFC 8785): keys by their UTF-16 units, numbers and texts as JavaScript writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** SHA-256 of the canonical text, lower-case hex. */
export const sha256 = (value) => createHash('sha256').update(canonical(value)).digest('hex');

/** The digest that a file of this content should bear. */
export function digest({ digest: _, ...rest }) {
  return `sha256:${sha256(rest)}`;
}

/** The file's text with the digest that belongs to it. */
export const sealed = (file) => JSON.stringify({ ...file, digest: digest(file) }, null, 2);
