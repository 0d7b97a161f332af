import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { Fault } from '../insights-api/faults';
import type { InsightsApi } from '../insights-api/server';
import { ProcessKilled } from '../local-org/faults';
import { EngineOrg } from './support/engine-org';
import { lastRun, resultOf, runOf } from './support/result';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration } from './support/story';

/** What passes by itself, as a callout of the org meets it. */
const PASSING = ['timeout', 'cutOff', '408', '429', '500', '503'];

/** The same over the wire: struck is every second request, so that each of a run fails once. */
const PASSING_FAULTS: readonly Fault[] = [
  { kind: 'status', status: 429, retryAfter: '30' },
  { kind: 'status', status: 503 },
  { kind: 'drop' },
  { kind: 'cut', afterBytes: 20 }
];

const MINUTE = 60_000;

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;
let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT, 'api.csv': REPORT, 'csv.csv': REPORT });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS });
  addContacts(org);
  limitSlices(org, 3);
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

afterEach(() => fetch(`${api.url}/__faults`, { method: 'DELETE' }));

async function arm(fault: Fault): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${api.url}/__faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
  if (!answer.ok) throw new Error(await answer.text());
}

function begin(): string {
  return org.call<string>('RunController', 'start', { integrationId });
}

/** Callouts since the org was started anew. */
function calloutsMade(): number {
  return org.faults.crossed.filter(({ kind }) => kind === 'callout').length;
}

/** A whole run. */
async function run(): Promise<Record<string, unknown>> {
  begin();
  await org.finish();
  return resultOf(org);
}

/** A whole run, whose process dies once and is started anew. */
async function runWithDeath(fault: string): Promise<Record<string, unknown>> {
  org.restart(fault);
  let hasBegun = false;
  const go = async (): Promise<void> => {
    if (!hasBegun) begin();
    hasBegun = true;
    await org.finish();
  };
  try {
    await go();
  } catch (error) {
    if (!(error instanceof ProcessKilled)) throw error;
    org.restart();
    await go();
  }
  // The report of the run is read by a process that nothing happens to.
  org.restart();
  return resultOf(org);
}

describe.each(['Api', 'Csv'] as const)('%s', (sourceKind) => {
  const path = sourceKind === 'Api' ? '*/rows' : '/exports/*';
  let expected: Record<string, unknown>;
  let callouts: number;

  beforeAll(async () => {
    integrationId = saveIntegration(org, { sourceKind });
    org.restart();
    expected = await org.aside(async () => {
      const result = await run();
      callouts = calloutsMade();
      return result;
    });
  });

  beforeEach(() => {
    integrationId = saveIntegration(org, { id: integrationId, sourceKind });
  });

  test('a run ends the same, whichever request fails, and however', async () => {
    expect(callouts).toBeGreaterThanOrEqual(3);
    for (let number = 1; number <= callouts; number += 1) {
      for (const effect of PASSING) {
        const fault = `callout:${number}=${effect}`;
        await org.aside(async () => {
          org.restart(fault);
          expect({ fault, ...(await run()) }).toEqual({ fault, ...expected });
          expect(calloutsMade()).toBeGreaterThan(callouts);
          // Attempts in vain count too.
          expect(lastRun(org).usage.callouts).toBe(calloutsMade());
        });
      }
    }
  });

  test('a run ends the same when every one of its requests fails once', async () => {
    // Where a link asks twice, what it asked first is asked again: so every third request.
    const faults = Array.from({ length: callouts * 3 }, (_, index) => `callout:${3 * index + 1}=503`);
    await org.aside(async () => {
      org.restart(...faults);
      expect(await run()).toEqual(expected);
      expect(lastRun(org).usage.callouts).toBe(calloutsMade());
    });
  });

  test.each(PASSING_FAULTS)('a run ends the same when every request of the report meets %j once', async (fault) => {
    await arm({ ...fault, path, every: 2 });
    expect(await org.aside(run)).toEqual(expected);
  });

  test('a run that has to wait ends the same, wherever its process dies', async () => {
    await arm({ kind: 'status', status: 503, path, every: 2 });
    org.restart();
    const boundaries = await org.aside(async () => {
      begin();
      await org.finish();
      return org.faults.crossed.filter(({ kind }) => kind !== 'limit');
    });
    expect(boundaries.length).toBeGreaterThan(50);
    for (const { kind, number, what } of boundaries) {
      const fault = `${kind}:${number}=kill`;
      const result = await org.aside(() => runWithDeath(fault));
      expect({ fault, what, ...result }).toEqual({ fault, what, ...expected });
    }
  });

  test('a token that expires under way is renewed, and nobody waits', async () => {
    await org.aside(async () => {
      org.restart('callout:2=401');
      const startedAt = org.clock.now();
      expect(await run()).toEqual(expected);
      expect(org.clock.now() - startedAt).toBeLessThan(MINUTE);
    });
  });

  test('a source that stays away ends the run in the end, and says how long it was tried', async () => {
    await arm({ kind: 'status', status: 503, path, after: 1 });
    await org.aside(async () => {
      await run();
      const { status, message, counts } = lastRun(org);
      expect([status, counts.read]).toEqual(['Failed', 3]);
      expect(message).toContain('6 times in a row, for 31 minutes');
      expect(message).toContain('status 503');
      expect(org.waiting).toEqual([]);
    });
  });

  test('a wait beyond ten minutes takes several links, and the run is not taken for dead', async () => {
    await arm({ kind: 'status', status: 429, retryAfter: '1500', path, after: 1, times: 1 });
    await org.aside(async () => {
      const runId = begin();
      const dues: number[] = [];
      await org.runDue();
      const startedAt = org.clock.now();
      while (org.waiting.length > 0) {
        const [due] = org.waiting;
        dues.push(Math.round((due - org.clock.now()) / MINUTE));
        expect(runOf(org, runId)).toMatchObject({ status: 'Running', waitingUntil: expect.any(String) });
        expect(() => begin()).toThrow('is running already');
        org.clock.advance(due - org.clock.now());
        await org.runDue();
      }
      expect(dues).toEqual([10, 10, 5]);
      expect(Math.round((org.clock.now() - startedAt) / MINUTE)).toBe(25);
      expect(resultOf(org)).toEqual(expected);
    });
  });

  test('a date in Retry-After counts by the clock of the server', async () => {
    const retryAfter = new Date(Date.now() + 3 * MINUTE).toUTCString();
    await arm({ kind: 'status', status: 503, retryAfter, path, times: 1 });
    await org.aside(async () => {
      begin();
      await org.runDue();
      const [due] = org.waiting;
      expect(Math.round((due - org.clock.now()) / MINUTE)).toBe(3);
      await org.finish();
      expect(resultOf(org)).toEqual(expected);
    });
  });

  test('a run that waits is cancelled at once, and its last link does nothing', async () => {
    await arm({ kind: 'status', status: 503, path, after: 1 });
    await org.aside(async () => {
      const runId = begin();
      await org.runDue();
      org.call('RunController', 'cancel', { runId });
      const { status, counts } = runOf(org, runId);
      expect([status, counts.read]).toEqual(['Cancelled', 3]);
      await org.finish();
      expect(runOf(org, runId)).toMatchObject({ status: 'Cancelled', counts: { read: 3 } });
    });
  });

  const FINAL: readonly [Fault, string][] = [
    [{ kind: 'status', status: 302 }, 'has moved'],
    [{ kind: 'status', status: 400 }, 'was refused'],
    [{ kind: 'status', status: 401 }, 'were not accepted'],
    [{ kind: 'status', status: 403 }, 'may not read'],
    [{ kind: 'status', status: 404 }, 'There is no report'],
    [{ kind: 'status', status: 409 }, 'is being rebuilt'],
    [{ kind: 'status', status: 410 }, 'was removed'],
    [{ kind: 'status', status: 412 }, 'was replaced'],
    [{ kind: 'malformed', body: '<html>Sign in</html>', contentType: 'text/html' }, 'A web page came']
  ];

  const FINAL_OF_KIND: Readonly<Record<'Api' | 'Csv', readonly [Fault, string][]>> = {
    Api: [
      [{ kind: 'status', status: 416 }, 'in a form that is not the one agreed on'],
      [{ kind: 'malformed' }, 'in a form that is not the one agreed on'],
      [{ kind: 'malformed', body: '' }, 'in a form that is not the one agreed on'],
      [{ kind: 'malformed', body: '[1,2]' }, 'in a form that is not the one agreed on'],
      [{ kind: 'malformed', body: '{"rows":7}' }, 'in a form that is not the one agreed on'],
      [{ kind: 'malformed', body: 'null', contentType: 'text/plain' }, 'in a form that is not the one agreed on'],
      [{ kind: 'malformed', body: '<!doctype html>' }, 'in a form that is not the one agreed on']
    ],
    Csv: [[{ kind: 'status', status: 416 }, 'was replaced']]
  };

  test.each([...FINAL, ...FINAL_OF_KIND[sourceKind]])('%j ends the run at once: %s', async (fault, sentence) => {
    await arm({ ...fault, path, after: 1 });
    await org.aside(async () => {
      const startedAt = org.clock.now();
      await run();
      const { status, message, counts } = lastRun(org);
      expect([status, counts.read, message]).toEqual(['Failed', 3, expect.stringContaining(sentence)]);
      expect(message).toMatch(/^[A-Z].*\.$/s);
      expect(org.clock.now() - startedAt).toBeLessThan(MINUTE);
    });
  });

  test('a report that is replaced under way fails clearly instead of mixing', async () => {
    const reportId = sourceKind.toLowerCase();
    const other = createFolder({ 'new.csv': REPORT.replace('Engineer', 'Enginner') });
    await org.aside(async () => {
      saveIntegration(org, { id: integrationId, sourceKind, reportId });
      await arm({ kind: 'replace', reportId, file: `${other.folder}/new.csv`, path, after: 1 });
      await run();
      const { status, message, counts } = lastRun(org);
      expect([status, counts.read, message]).toEqual(['Failed', 3, expect.stringContaining('was replaced')]);
    });
    other.remove();
  });
});

describe.each(['Api', 'Csv'] as const)('%s, other kinds of run', (sourceKind) => {
  const path = sourceKind === 'Api' ? '*/rows' : '/exports/*';

  test.each(['preview', 'retryFailed'])(
    '%s ends the same when every one of its requests fails once',
    async (method) => {
      await org.aside(async () => {
        integrationId = saveIntegration(org, { sourceKind });
        const parameters = method === 'preview' ? { integrationId } : { runId: begin() };
        await org.finish();
        const follow = async (): Promise<Record<string, unknown>> => {
          const runId = org.call<string>('RunController', method, parameters);
          await org.finish();
          return resultOf(org, runId);
        };
        const expected = await org.aside(follow);
        expect(expected).toMatchObject({ status: 'Completed with errors' });
        await arm({ kind: 'cut', afterBytes: 15, path, every: 2 });
        expect(await org.aside(follow)).toEqual(expected);
      });
    }
  );
});
