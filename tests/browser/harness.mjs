// What every test of the page needs: the program, a browser, and an eye on what the page must not do.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.TENBIN || join(root, 'target', 'release', 'tenbin');
const browserPath = process.env.CHROMIUM || '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const folder = mkdtempSync(join(tmpdir(), 'tenbin-page-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export function write(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What the program prints; it runs without anybody's settings. */
export function tenbin(...words) {
  const env = { PATH: process.env.PATH, LC_ALL: 'C' };
  return execFileSync(program, words, { cwd: folder, env, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
}

/** Makes a page, `null` where the program refuses the file. */
export function report(name, ...words) {
  const path = join(folder, name);
  const env = { PATH: process.env.PATH, LC_ALL: 'C' };
  const done = spawnSync(program, ['report', ...words, '-o', path], { cwd: folder, env });
  return done.status === 0 ? path : null;
}

export async function launch() {
  if (!existsSync(browserPath)) throw new Error(`no browser at ${browserPath}`);
  return chromium.launch({ executablePath: browserPath, args: FLAGS });
}

/** Opens a page; `page.faults` gathers what it says on the console, throws, or asks for. */
export async function open(browser, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const own = pathToFileURL(path).href;
  page.faults = [];
  page.on('console', (message) => page.faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`));
  page.on('request', (request) => request.url() !== own && page.faults.push(`request: ${request.url()}`));
  page.on('dialog', (dialog) => {
    page.faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(own);
  await page.waitForFunction(() => document.documentElement.dataset.ready === '' && document.querySelector('.list tbody'));
  return page;
}

/** Small numbers by chance, the same in every run. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (n) => Math.floor(next() * n), of: (list) => list[Math.floor(next() * list.length)] };
}
