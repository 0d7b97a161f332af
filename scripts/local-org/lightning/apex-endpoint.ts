import { isApexFailure, type LightningOrg } from './host';

/** What goes back to the browser. */
export interface ApexAnswer {
  status: number;
  body: object;
}

/**
 * Answers a call of a component to an Apex method. An exception in Apex becomes the error body that the platform sends
 * (LWC Developer Guide, "Handle Server Errors"); a fault of the local org is told as one.
 */
export async function callApex(
  org: LightningOrg,
  method: string,
  parameters: Record<string, unknown> | null
): Promise<ApexAnswer> {
  const [className, methodName] = method.split('.');
  try {
    const returnValue = await org.callApex(className, methodName ?? '', parameters ?? {});
    return { status: 200, body: { returnValue: returnValue ?? null } };
  } catch (error) {
    return { status: 500, body: errorBody(error, method) };
  }
}

function errorBody(error: unknown, method: string): object {
  if (isApexFailure(error)) {
    const { message, exceptionType, stackTrace } = error;
    return { message, exceptionType, stackTrace, isUserDefinedException: false };
  }
  console.error(`${method} failed in the local org:`, error);
  return { message: error instanceof Error ? error.message : String(error) };
}
