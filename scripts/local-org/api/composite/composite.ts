/** Several requests in one. @see "Composite", "Batch" and "Composite Graph", REST API Developer Guide */
import { executeTransaction } from '../../jobs';
import type { BuiltOrg } from '../../org';
import { ApiError, refusal } from '../api-error';
import { asRefusal } from '../error-answers';
import type { Json } from '../record-json';
import { resolveReferences } from './references';
import { answerSubrequest, readUrl, type Resources, type Subanswer } from './subrequest';

const MOST_PARTS = 25;

/** What `composite` is sent. */
export interface CompositeInput {
  readonly allOrNone?: boolean;
  readonly compositeRequest?: readonly {
    readonly method: string;
    readonly url: string;
    readonly referenceId: string;
    readonly body?: unknown;
  }[];
}

/** What `composite/batch` is sent. */
export interface BatchInput {
  readonly haltOnError?: boolean;
  readonly batchRequests?: readonly { readonly method: string; readonly url: string; readonly richInput?: unknown }[];
}

/** Undoes what was done before one of the parts failed. */
class Undo extends Error {}

/** The composite resources of one org. */
export class CompositeResource {
  private readonly org: BuiltOrg;
  private readonly resources: Resources;

  constructor(org: BuiltOrg, resources: Resources) {
    this.org = org;
    this.resources = resources;
  }

  /** Parts that may refer to the answers of earlier ones. */
  composite({ allOrNone = false, compositeRequest = [] }: CompositeInput, base: string): Json {
    requireParts(compositeRequest.length);
    const answers: Subanswer[] = [];
    const run = (): void => {
      const bodies = new Map<string, Json>();
      for (const part of compositeRequest) {
        const answer = this.part(part, bodies, base);
        answers.push(answer);
        if (answer.status < 400) bodies.set(part.referenceId, answer.body);
        else if (allOrNone) throw new Undo();
      }
    };
    if (allOrNone) this.allOrNone(run);
    else run();
    const undone = allOrNone && answers.some(({ status }) => status >= 400);
    return {
      compositeResponse: compositeRequest.map(({ referenceId }, index) => {
        const answer = answers[index];
        const { status, body, location } = undone && !(answer && answer.status >= 400) ? HALTED : (answer ?? HALTED);
        const httpHeaders: Json = location ? { Location: location } : {};
        return { body, httpHeaders, httpStatusCode: status, referenceId };
      })
    };
  }

  /** Parts that have nothing to do with each other. */
  batch({ haltOnError = false, batchRequests = [] }: BatchInput, base: string): Json {
    requireParts(batchRequests.length);
    let hasErrors = false;
    const results = batchRequests.map(({ method, url, richInput }) => {
      if (hasErrors && haltOnError) return { statusCode: 412, result: BATCH_HALTED };
      const answer = answerSubrequest(this.resources, { method, ...readUrl(url), body: richInput }, base);
      hasErrors ||= answer.status >= 400;
      return { statusCode: answer.status, result: answer.body };
    });
    return { hasErrors, results };
  }

  private part(
    part: NonNullable<CompositeInput['compositeRequest']>[number],
    bodies: ReadonlyMap<string, Json>,
    base: string
  ): Subanswer {
    try {
      const url = readUrl(String(resolveReferences(part.url, bodies)));
      const body = resolveReferences(part.body, bodies);
      return answerSubrequest(this.resources, { method: part.method.toUpperCase(), ...url, body }, base);
    } catch (error) {
      const { status, problems } = error instanceof ApiError ? error : asRefusal(error);
      return { status, body: problems as unknown as Json };
    }
  }

  /** One transaction around those of the parts: their jobs and events wait for it. */
  private allOrNone(run: () => void): void {
    const { services, user } = this.org;
    const options = { kind: 'TOOLING', profile: 'synchronous', user, enforceLimits: false } as const;
    try {
      executeTransaction(services, options, run);
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    }
  }
}

const HALTED: Subanswer = {
  status: 400,
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.'
    }
  ]
};

const BATCH_HALTED: Json = [
  { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request parameter' }
];

function requireParts(count: number): void {
  if (count > 0 && count <= MOST_PARTS) return;
  throw refusal(400, 'INVALID_INPUT', `Give 1 to ${MOST_PARTS} requests.`);
}
