import { resolve } from 'node:path';
import { steadyCacheFolder, createLocalOrg, type LocalOrg } from '../../local-org/org';

/** The fastest of so many times tells most on a machine that does other things as well. */
const TIMES = 7;
const LOOP = 1_000_000;
const RECORDS = 10_000;

/** Milliseconds that Apex took, each the fastest of several times. */
export interface ApexSpeed {
  readonly loop: number;
  readonly insert: number;
  readonly query: number;
  readonly update: number;
}

/** Measures small pieces of Apex in orgs of their own and prints them as JSON. */
async function main(): Promise<void> {
  const rounds: ApexSpeed[] = [];
  for (let round = 0; round < TIMES; round += 1) rounds.push(await inFreshOrg(measured));
  const fastest = (name: keyof ApexSpeed): number => Math.min(...rounds.map((round) => round[name]));
  const [loop, insert, query, update] = [fastest('loop'), fastest('insert'), fastest('query'), fastest('update')];
  console.log(JSON.stringify({ loop, insert, query, update }));
}

async function inFreshOrg<T>(body: (org: LocalOrg) => T): Promise<T> {
  const org = await createLocalOrg({
    projectDirectory: resolve(__dirname, '../fixtures/speed'),
    databaseFile: ':memory:',
    cacheFolder: steadyCacheFolder()
  });
  try {
    return body(org);
  } finally {
    await org.close();
  }
}

function measured(org: LocalOrg): ApexSpeed {
  const of = (className: string, method: string, parameters: Record<string, unknown>, expected: number): number => {
    const startedAt = performance.now();
    const result = org.callApex(className, method, parameters);
    const milliseconds = performance.now() - startedAt;
    if (result !== expected) throw new Error(`${className}.${method} returned ${result} and not ${expected}.`);
    return milliseconds;
  };
  return {
    loop: of('Loops', 'sum', { count: LOOP }, sumBelow(LOOP)),
    insert: of('ManyRecords', 'insertAll', { count: RECORDS }, RECORDS),
    query: of('ManyRecords', 'queryAll', {}, RECORDS),
    update: of('ManyRecords', 'updateAll', {}, RECORDS)
  };
}

/** What an Integer of 32 bits holds of the sum of the numbers below another. */
function sumBelow(count: number): number {
  return Number(BigInt.asIntN(32, (BigInt(count) * BigInt(count - 1)) / 2n));
}

void main();
