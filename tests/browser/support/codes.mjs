// Reads the QR codes that are seen, as a phone's camera would.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

prepareZXingModule({ overrides: { wasmBinary: readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')) } });

/** What the code on the page says, read from a screenshot; undefined where none is seen. */
export async function scanned(app) {
  const picture = Buffer.from(await app.driver.takeScreenshot(), 'base64');
  const [code] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  return code?.text;
}
