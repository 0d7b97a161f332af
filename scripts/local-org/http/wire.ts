/** A request as it goes over the wire: what the worker thread is given. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly timeoutMilliseconds: number;
  /** Bytes after which reading stops and the answer counts as too large. */
  readonly maximumBytes: number;
}

/** What came back: an answer, or the reason why none came. */
export type WireResponse =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Uint8Array;
    }
  | {
      readonly kind: 'timeout' | 'refused' | 'unknownHost' | 'cutOff' | 'tooLarge' | 'failed';
      readonly detail: string;
    };
