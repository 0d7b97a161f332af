import type { RecordView, UserInfo } from '../org';

/**
 * What the browser host needs of an org, and no more. The local org's facade implements it; the host's own tests use
 * a small one of their own. Pages never reach anything but what is listed here.
 */
export interface LightningOrg {
  /**
   * Calls a static `@AuraEnabled` method in its own transaction.
   * @param params the arguments by parameter name, as a component passes them
   * @returns what the platform would send back, as plain JSON data
   */
  callApex(className: string, methodName: string, params: Record<string, unknown>): unknown;
  /** The project's custom labels by API name, in a language such as `en_US`, falling back to the label's own. */
  labels(language: string): Record<string, string>;
  /** Who uses the pages. */
  userInfo(): UserInfo;
  /** One record for the record page, or nothing when there is none that the user may see. */
  readRecord?(recordId: string): RecordView | undefined;
  /**
   * Listens to events on a channel such as `/event/Name__e`.
   * @param replayId -1 for new events, -2 for all that are stored, or that of the last event seen
   * @returns how to stop
   * @throws Error when there is no such channel that the user may listen to
   */
  subscribe?(channel: string, replayId: number, listener: (message: LightningEvent) => void): () => void;
}

/** An event as `lightning/empApi` gives it to components. */
export interface LightningEvent {
  readonly channel: string;
  readonly data: {
    readonly schema: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly event: { readonly replayId: number };
  };
}

/** The properties of an error that left Apex, as the facade throws it. */
export interface ApexFailure {
  message: string;
  exceptionType: string;
  stackTrace: string;
}

/** Whether something thrown by `callApex` is an Apex exception, and not a fault of the local org itself. */
export function isApexFailure(error: unknown): error is Error & ApexFailure {
  return error instanceof Error && typeof (error as Partial<ApexFailure>).exceptionType === 'string';
}
