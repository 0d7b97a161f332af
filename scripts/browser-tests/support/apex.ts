import type { RunningApp } from './running-app';

/** Calls a controller of the package as its pages do. */
export async function callApex<Result>({ url }: RunningApp, method: string, parameters: object): Promise<Result> {
  const answer = await fetch(`${url}/lightning/apex/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(parameters)
  });
  const { returnValue, message } = (await answer.json()) as { returnValue: Result; message?: string };
  if (!answer.ok) {
    throw new Error(`${method}: ${message}`);
  }
  return returnValue;
}
