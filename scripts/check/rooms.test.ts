import { readFileSync } from 'node:fs';
import path from 'node:path';
import { houses } from '../../config/rooms.json';
import { writeModulePaths } from '../build/module-paths';
import { componentRooms } from './component-rooms';
import { rooms } from './rooms';
import { problemsWith, seededProject } from './testing/seeded-project';

const ORG = 'scripts/local-org';
const LEAF = 'export const leaf = 1;\n';

/** Modules that only import, by path below the local org. */
function modules(imports: Readonly<Record<string, string>>): Record<string, string> {
  const paths = Object.entries(imports).map(([path, specifier]) => [
    `${ORG}/${path}`,
    specifier ? `import { leaf } from '${specifier}';\nexport const copy = leaf;\n` : LEAF
  ]);
  return Object.fromEntries(paths) as Record<string, string>;
}

describe('rooms of the tooling', () => {
  it('may import from rooms below, by their doors', async () => {
    const files = modules({
      'database/index.ts': './dml/save',
      'database/dml/save.ts': '../../values/text',
      'values/text.ts': '',
      'jobs/queue.ts': '../database',
      'values/text.test.ts': '../jobs/testing/fixtures',
      'jobs/testing/fixtures.ts': '../queue'
    });
    expect(await problemsWith(rooms, files)).toEqual([]);
  });

  it('may not import from rooms above, from rooms of their own level, or around a door', async () => {
    const files = modules({
      'values/text.ts': '../transaction/clock',
      'transaction/clock.ts': '',
      'api/routes.ts': '../database/dml/save',
      'database/dml/save.ts': '',
      'lightning/page.ts': '../api',
      'api/index.ts': '',
      'platform/data/results.ts': '../library/list',
      'platform/library/list.ts': ''
    });
    expect(
      await problemsWith(rooms, {
        ...files,
        'scripts/sync/rows.ts': `import '../sample-data/seed';\n`,
        'scripts/sample-data/seed.ts': LEAF
      })
    ).toEqual([
      expect.stringMatching(/^scripts\/local-org\/api\/routes\.ts imports .*save\.ts: .* by its index\.ts only$/),
      expect.stringMatching(
        /^scripts\/local-org\/lightning\/page\.ts imports .*api\/index\.ts: .*rooms only: project, /
      ),
      expect.stringMatching(/^scripts\/local-org\/platform\/data\/results\.ts imports .*list\.ts: .* no other room$/),
      expect.stringMatching(/^scripts\/local-org\/values\/text\.ts imports .*clock\.ts: .* no other room$/),
      expect.stringMatching(/^scripts\/sync\/rows\.ts imports scripts\/sample-data\/seed\.ts: .*rooms only: build, /)
    ]);
  });

  it('may not go around a door in tests either, and have to be known', async () => {
    const files = modules({
      'api/routes.test.ts': '../database/dml/save',
      'database/dml/save.ts': '',
      'attic/box.ts': '../values/text',
      'values/text.ts': ''
    });
    expect(await problemsWith(rooms, files)).toEqual([
      expect.stringMatching(/^scripts\/local-org\/api\/routes\.test\.ts imports .*save\.ts: .* by its index\.ts only$/),
      expect.stringMatching(/^scripts\/local-org\/attic\/box\.ts imports .*text\.ts: .*does not know/)
    ]);
  });

  it('hold no circles of modules, but those of types and of what follows a tree', async () => {
    const circle = (folder: string, last = 'three'): Record<string, string> =>
      modules({ [`${folder}/one.ts`]: './two', [`${folder}/two.ts`]: `./${last}`, [`${folder}/${last}.ts`]: './one' });
    const types = {
      [`${ORG}/store/one.ts`]: `import type { Two } from './two';\nexport type One = Two[];\n`,
      [`${ORG}/store/two.ts`]: `import type { One } from './one';\nexport type Two = One | null;\n`
    };
    expect(
      await problemsWith(rooms, {
        ...circle('jobs'),
        ...circle('apex/emit'),
        ...circle('apex/check', 'expressions'),
        ...types
      })
    ).toEqual([
      expect.stringMatching(/^(.*apex\/emit\/one\.ts) -> .*two\.ts -> .*three\.ts -> \1: .* in a circle$/),
      expect.stringMatching(/^(.*jobs\/one\.ts) -> .*two\.ts -> .*three\.ts -> \1: .* in a circle$/)
    ]);
  });
});

it('the page about the rooms tells them in the order that is checked', () => {
  const page = readFileSync(path.resolve(__dirname, '../../docs/local-org-rooms.md'), 'utf8');
  const told = [...page.matchAll(/^\| ((?:`[a-z-]+` )+) *\|/gm)].map(([, rooms]) => rooms.match(/[a-z-]+/g));
  expect(told).toEqual(houses.find(({ folder }) => folder === ORG)?.levels);
});

describe('services of the org', () => {
  const given = (path: string, service: string): Record<string, string> => ({
    [`${ORG}/${path}`]: `declare module '../transaction/org-services' {\n  interface OrgServices {\n    readonly ${service}: string;\n  }\n}\n`
  });

  it('are taken from rooms below only', async () => {
    const files = {
      ...given('database/database.ts', 'database'),
      ...given('events/event-bus.ts', 'events'),
      [`${ORG}/jobs/queue.ts`]: 'transaction().org.database;\ntransaction().org.events;\n',
      [`${ORG}/store/store.ts`]: 'export const read = ({ database }: OrgServices): string => database;\n',
      [`${ORG}/records/record.ts`]: 'const { database: kept } = transaction().org;\n',
      [`${ORG}/org/build.ts`]: 'built.services.events;\nother.events;\n'
    };
    expect(await problemsWith(rooms, files)).toEqual([
      `${ORG}/jobs/queue.ts:2 takes the service events from ${ORG}/events, above it`,
      `${ORG}/records/record.ts:1 takes the service database from ${ORG}/database, above it`,
      `${ORG}/store/store.ts:1 takes the service database from ${ORG}/database, above it`
    ]);
  });
});

interface Bundle {
  uses?: string;
  template?: string;
  isPage?: boolean;
}

/** Bundles of a package, with what the module imports and what the template holds. */
async function componentProblems(bundles: Readonly<Record<string, Bundle>>): Promise<string[]> {
  const files: Record<string, string> = {};
  for (const [name, { uses, template, isPage }] of Object.entries(bundles)) {
    const bundle = `force-app/lwc/${name}/${name}`;
    files[`${bundle}.ts`] = uses ? `import { leaf } from '${uses}';\nexport const copy = leaf;\n` : LEAF;
    if (template !== undefined) files[`${bundle}.html`] = `<template>${template}</template>\n`;
    files[`${bundle}.js-meta.xml`] =
      `<LightningComponentBundle><isExposed>${isPage ?? false}</isExposed></LightningComponentBundle>\n`;
  }
  const { directory, remove } = seededProject(files);
  writeModulePaths(directory);
  const finding = await componentRooms.run(directory);
  remove();
  return 'problems' in finding ? finding.problems : [finding.notRun];
}

describe('rooms of the components', () => {
  it('pages use parts, parts use modules', async () => {
    const bundles = {
      page: { template: '<c-part></c-part>', uses: 'c/words', isPage: true },
      part: { template: '', uses: 'c/words' },
      words: {}
    };
    expect(await componentProblems(bundles)).toEqual([]);
  });

  it('nothing uses a page, and no module a part', async () => {
    const bundles = {
      page: { template: '', isPage: true },
      other: { template: '<c-page></c-page>', uses: 'c/page' },
      words: { uses: 'c/other' }
    };
    expect(await componentProblems(bundles)).toEqual([
      expect.stringMatching(
        /^force-app\/lwc\/other\/other\.ts imports force-app\/lwc\/page\/page\.ts: a page stands on its own/
      ),
      expect.stringMatching(
        /^force-app\/lwc\/words\/words\.ts imports .*other\/other\.ts: a module without a template/
      ),
      'force-app/lwc/other/other.html holds page: a page stands on its own'
    ]);
  });

  it('no circle is closed by imports or by a template', async () => {
    const bundles = {
      one: { uses: 'c/two' },
      two: { uses: 'c/one' },
      outerPart: { template: '<c-inner-part></c-inner-part>' },
      innerPart: { template: '', uses: 'c/outerPart' }
    };
    expect(await componentProblems(bundles)).toEqual([
      expect.stringMatching(/^force-app\/lwc\/one\/one\.ts -> .*two\/two\.ts -> .*one\/one\.ts: .* in a circle$/),
      'force-app/lwc/outerPart/outerPart.html holds innerPart, which uses outerPart in turn'
    ]);
  });
});
