/**
 * `@salesforce/apex`: imperative calls, the wire adapter of an Apex method, and refreshApex. Errors have the shape the
 * platform's have (LWC Developer Guide, "Handle Server Errors": body.message, status, statusText).
 */
type Parameters = Record<string, unknown>;
type WireCallback = (result: { data: unknown; error: unknown }) => void;

/** An error of an Apex call, as components see it. */
export interface ApexError {
  body: { message: string; exceptionType?: string; stackTrace?: string; isUserDefinedException?: boolean };
  errorType: 'fetchResponse';
  headers: object;
  ok: false;
  status: number;
  statusText: string;
}

const wires = new WeakMap<object, ApexWireAdapter>();
const unreachable = 'The local org does not answer. Is it still running? Start it again and reload this page.';

/** What `import method from '@salesforce/apex/Class.method'` gives: callable, and usable with `@wire`. */
export function apexMethod(method: string): (parameters?: Parameters) => Promise<unknown> {
  const call = (parameters?: Parameters): Promise<unknown> => callApex(method, parameters);
  return Object.assign(call, {
    adapter: class extends ApexWireAdapter {
      constructor(callback: WireCallback) {
        super(callback, method);
      }
    }
  });
}

/** Asks again for what a wire provisioned. */
export async function refreshApex(result: object): Promise<unknown> {
  return wires.get(result)?.load();
}

/** The value of a field of a record, by `@salesforce/schema` reference or name. */
export function getSObjectValue(record: Record<string, unknown>, field: string | { fieldApiName: string }): unknown {
  const path = typeof field === 'string' ? field.split('.').slice(1).join('.') : field.fieldApiName;
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], record);
}

async function callApex(method: string, parameters: Parameters = {}): Promise<unknown> {
  const response = await fetch(`/lightning/apex/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(parameters)
  }).catch(() => undefined);
  if (!response) {
    throw apexError({ message: unreachable }, 503, 'Service Unavailable');
  }
  const answer = await response.json();
  if (!response.ok) {
    throw apexError(answer, response.status, response.statusText);
  }
  return answer.returnValue;
}

function apexError(body: ApexError['body'], status: number, statusText: string): ApexError {
  return { body, errorType: 'fetchResponse', headers: {}, ok: false, status, statusText };
}

class ApexWireAdapter {
  private readonly _callback: WireCallback;
  private readonly _method: string;
  private _parameters?: Parameters;
  private _connected = false;

  constructor(callback: WireCallback, method: string) {
    this._callback = callback;
    this._method = method;
    this._emit({ data: undefined, error: undefined });
  }

  connect(): void {
    this._connected = true;
    void this.load();
  }

  disconnect(): void {
    this._connected = false;
  }

  update(parameters: Parameters): void {
    this._parameters = parameters;
    void this.load();
  }

  /** Calls the method, unless a reactive parameter is still undefined, as the platform does. */
  async load(): Promise<void> {
    const parameters = this._parameters;
    if (!this._connected || !parameters || Object.values(parameters).includes(undefined)) {
      return;
    }
    try {
      this._emit({ data: await callApex(this._method, parameters), error: undefined });
    } catch (error) {
      this._emit({ data: undefined, error });
    }
  }

  private _emit(result: { data: unknown; error: unknown }): void {
    wires.set(result, this);
    this._callback(result);
  }
}
