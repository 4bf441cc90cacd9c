/** Finds a browser on this machine and opens it; downloads none. */
import { access } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM_BROWSERS = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** `--single-process`, which sparticuz would set, dies with the second context. */
const SAFE_ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage'];

async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  for (const path of SYSTEM_BROWSERS) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: sparticuz } = await import('@sparticuz/chromium');
    return await sparticuz.executablePath();
  }
  throw new Error('No Chrome or Chromium was found. Install one, or name it in CHROMIUM_PATH.');
}

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: await findBrowser(), args: SAFE_ARGUMENTS });
}
