import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';
import { eventually } from './eventually';

/** Runs in the page: one line for each finding. */
const FINDINGS = `axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => id + ': ' + help + ': ' + html))
  )`;

/**
 * Asserts that axe finds nothing wrong with the page by WCAG 2.2 A and AA. What is shown in passing, for example paler
 * while an answer is on its way, may go first.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await eventually
    .poll(async () => {
      await page.evaluate(axe);
      return page.evaluate<string[]>(FINDINGS);
    })
    .toEqual([]);
}
