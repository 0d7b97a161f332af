/** Types of what unit tests of components import; see https://github.com/salesforce/sfdx-lwc-jest. */
declare module '@salesforce/sfdx-lwc-jest' {
  /** A stand-in for an Apex method or a wire adapter that a test feeds by hand. */
  export interface TestWireAdapter<Value = unknown> {
    emit(value: Value): void;
    error(body?: unknown, status?: number, statusText?: string): void;
    getLastConfig(): Record<string, unknown> | undefined;
  }
  export function createApexTestWireAdapter<Value = unknown>(method?: jest.Mock): TestWireAdapter<Value> & jest.Mock;
  export function createLdsTestWireAdapter<Value = unknown>(method?: jest.Mock): TestWireAdapter<Value>;
  export function createTestWireAdapter<Value = unknown>(method?: jest.Mock): TestWireAdapter<Value>;
}
