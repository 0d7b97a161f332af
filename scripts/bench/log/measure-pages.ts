import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../../browser-tests/support/browser';
import { FILTER_STEPS, pagesAbout, runPath, type TimedStep } from './pages';
import type { Subjects } from './questions';
import { Stopwatch } from './stopwatch';

const TIMES = 7;
/** Each is of several steps. */
const FILTER_TIMES = 3;

/** What says how many rows were found; the outcome filter and the search change it. */
const FOUND = 'c-row-outcomes .tools [role="status"]';
/** Without dots: nothing is being read any more. */
const COMPLETE = '^\\s*[\\d,]+ rows\\s*$';

const PAGE_BOUND_MS = 1000;
const FILTER_BOUND_MS = 200;

/** Times in a real browser, the bound set for them, and their median. */
export interface PageFigure {
  readonly what: string;
  readonly milliseconds: number;
  readonly slowest: number;
  readonly boundMs?: number;
}

/** Opens the pages in an installed browser and works with them, several times each; files come from a warm cache. */
export async function measurePages(url: string, subjects: Subjects): Promise<PageFigure[]> {
  const browser = await launchBrowser();
  try {
    const figures: PageFigure[] = [];
    for (const { what, path, ready } of pagesAbout(subjects)) {
      const times = await visits(browser, `${url}${path}`, (watch) => watch.untilReady(ready));
      figures.push(figureOf(`${what}, until one can work with it`, times, PAGE_BOUND_MS));
    }
    const address = `${url}${runPath(subjects.runId)}`;
    const read = await visits(browser, address, (watch) => watch.untilShown(FOUND, COMPLETE));
    return [...figures, figureOf('Run page, until all rows are read', read), ...(await filters(browser, address))];
  } finally {
    await browser.close();
  }
}

/** The first visit fills the cache and is not counted. */
async function visits(
  browser: Browser,
  address: string,
  timeOf: (watch: Stopwatch) => Promise<number>
): Promise<number[]> {
  const { page } = await openPage(browser);
  const watch = await Stopwatch.on(page);
  const times: number[] = [];
  for (let visit = 0; visit <= TIMES; visit += 1) {
    await page.goto(address, { waitUntil: 'commit' });
    times.push(await timeOf(watch));
  }
  await page.context().close();
  return times.slice(1);
}

async function filters(browser: Browser, address: string): Promise<PageFigure[]> {
  const { page } = await openPage(browser);
  const watch = await Stopwatch.on(page);
  const times = new Map<string, number[]>(FILTER_STEPS.map(({ what }) => [what, []]));
  for (let visit = 0; visit < FILTER_TIMES; visit += 1) {
    await page.goto(address, { waitUntil: 'commit' });
    await watch.untilShown(FOUND, COMPLETE);
    for (const step of FILTER_STEPS) times.get(step.what)!.push(...(await timesOf(page, watch, step)));
  }
  await page.context().close();
  return FILTER_STEPS.map(({ what }) => figureOf(what, times.get(what)!, FILTER_BOUND_MS));
}

/** A click is one time, typing one for each key that changes what is found. */
async function timesOf(page: Page, watch: Stopwatch, { target, keys }: TimedStep): Promise<number[]> {
  const element = page.locator(target);
  if (keys === undefined) {
    return [await watch.untilPainted('pointerdown', FOUND, () => element.click())];
  }
  await element.focus();
  const times: number[] = [];
  for (const key of keys) times.push(await watch.untilPainted('keydown', FOUND, () => page.keyboard.press(key)));
  return times;
}

function figureOf(what: string, times: readonly number[], boundMs?: number): PageFigure {
  const sorted = [...times].sort((one, other) => one - other);
  return { what, milliseconds: sorted[Math.floor(sorted.length / 2)], slowest: sorted.at(-1)!, boundMs };
}
