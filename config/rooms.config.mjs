/**
 * Which room may import from which, for dependency-cruiser: makes its rules of `rooms.json`. A room is a folder. Tests and
 * what is in a `testing` folder may import from any room, by its door.
 */
import { readFileSync } from 'node:fs';

const { houses } = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));

const TESTS = '\\.test\\.ts$|/testing/|/testing\\.ts$|/__tests__/';

/**
 * What walks the tree of a program calls itself: an expression holds expressions, a statement statements. Circles in the
 * compiler may lead through these modules, and through no others.
 */
const RECURSIVE_DESCENT = '^scripts/local-org/apex/(check|emit)/(expressions|statements)\\.ts$';

const either = (names) => `(${names.join('|')})`;

function directions({ folder, levels }) {
  const known = levels.flat();
  const rules = levels.flatMap((rooms, level) =>
    rooms.map((room) => {
      const below = levels.slice(0, level).flat();
      return {
        name: `${folder}/${room}`,
        comment: below.length
          ? `${folder}/${room} may import from these rooms only: ${below.join(', ')}`
          : `${folder}/${room} may import from no other room`,
        severity: 'error',
        from: { path: `^${folder}/${room}/`, pathNot: TESTS },
        to: { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/${either([room, ...below])}/` }
      };
    })
  );
  return [
    ...rules,
    {
      name: `${folder}: rooms`,
      comment: `${folder} has a room that config/rooms.json does not know: say there what it may import`,
      severity: 'error',
      from: { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/${either(known)}/|${TESTS}` },
      to: {}
    }
  ];
}

function doors({ folder, doors: rooms = {} }) {
  return Object.entries(rooms).map(([room, others]) => ({
    name: `${folder}/${room}: door`,
    comment: `${folder}/${room} is imported by its index.ts only`,
    severity: 'error',
    from: { pathNot: `^${folder}/${room}/` },
    to: {
      path: `^${folder}/${room}/`,
      pathNot: `^${folder}/${room}/(${['index', ...others].join('|')})\\.ts$|${TESTS}`
    }
  }));
}

const cycles = {
  name: 'cycle',
  comment: 'modules that import each other in a circle',
  severity: 'error',
  from: { pathNot: TESTS },
  to: { circular: true, viaOnly: { pathNot: RECURSIVE_DESCENT, dependencyTypesNot: ['type-only'] } }
};

export default {
  forbidden: [...houses.flatMap((house) => [...directions(house), ...doors(house)]), cycles],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules', '/browser/', '^scripts/build/lwc-types/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'scripts/tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json'] }
  }
};
