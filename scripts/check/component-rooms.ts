import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cruise, type Cruise } from './dependency-cruiser';
import type { Gate } from './gate';

const FOLDER = 'force-app/lwc';

/**
 * Pages, parts and modules of the components: imports by dependency-cruiser and `config/component-rooms.config.mjs`, and
 * what stands in templates, which it does not read.
 */
export const componentRooms: Gate = {
  name: 'rooms: components',
  purpose: 'Pages use parts, parts use modules, never the other way round.',
  async run(directory) {
    const folder = path.join(directory, FOLDER);
    const { problems, imports } = await cruise(directory, 'component-rooms.config.mjs', { in: FOLDER, folder: '.' });
    const tags = tagsOf(folder);
    return { problems: [...problems, ...pagesInTemplates(folder, tags), ...circles(tags, imports)] };
  }
};

/** A component whose template, or module, uses another one. */
interface Use {
  from: string;
  to: string;
}

function tagsOf(folder: string): Use[] {
  return readdirSync(folder).flatMap((name) => {
    const template = path.join(folder, name, `${name}.html`);
    if (!existsSync(template)) return [];
    const tags = readFileSync(template, 'utf8').matchAll(/<c-([a-z0-9-]+)/g);
    return [...new Set([...tags].map(([, tag]) => tag))].map((tag) => ({ from: name, to: camelCase(tag) }));
  });
}

function camelCase(tag: string): string {
  return tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pagesInTemplates(folder: string, tags: readonly Use[]): string[] {
  return tags
    .filter(({ to }) => isPage(folder, to))
    .map(({ from, to }) => `${FOLDER}/${from}/${from}.html holds ${to}: a page stands on its own`);
}

function isPage(folder: string, name: string): boolean {
  const description = path.join(folder, name, `${name}.js-meta.xml`);
  return existsSync(description) && readFileSync(description, 'utf8').includes('<isExposed>true</isExposed>');
}

/** Circles that a template closes; those of imports alone are known already. */
function circles(tags: readonly Use[], imports: Cruise['imports']): string[] {
  const uses = new Map<string, Set<string>>();
  const bundle = (file: string): string => file.split('/')[0];
  for (const { from, to } of [...tags, ...imports.map(({ from, to }) => ({ from: bundle(from), to: bundle(to) }))]) {
    if (from !== to) uses.set(from, (uses.get(from) ?? new Set()).add(to));
  }
  return tags
    .filter(({ from, to }) => from === to || reaches(uses, to, from))
    .map(({ from, to }) => `${FOLDER}/${from}/${from}.html holds ${to}, which uses ${from} in turn`);
}

function reaches(uses: ReadonlyMap<string, ReadonlySet<string>>, start: string, goal: string): boolean {
  const seen = new Set([start]);
  for (const name of seen) for (const next of uses.get(name) ?? []) seen.add(next);
  return seen.has(goal);
}
