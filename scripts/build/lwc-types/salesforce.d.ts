/**
 * Types of the `@salesforce/*` modules that a component imports from. The platform resolves them when it compiles a
 * component ("@salesforce Modules", Lightning Web Components Developer Guide); nothing is published with their types.
 */

/** What an Apex method hands to `@wire`: the value, or the error, or neither yet. */
interface ApexWireValue<Value> {
  data?: Value;
  error?: ApexError;
}

/** An error as a component receives it from Apex or from Lightning Data Service. */
interface ApexError {
  body?: { message?: string; exceptionType?: string; stackTrace?: string } | { message?: string }[];
  message?: string;
  status?: number;
  statusText?: string;
}

declare module '@salesforce/apex' {
  /** Asks Apex anew for what a `@wire` has provisioned. */
  export function refreshApex(provisioned: unknown): Promise<void>;
}

declare module '@salesforce/apex/*' {
  import type { WireAdapterConstructor } from 'lwc';

  // `any`: what a method returns is known to Apex alone; the caller names it, `method<Row[]>({ … })`
  type ApexMethod = (<Result = any>(parameters?: Record<string, unknown>) => Promise<Result>) &
    WireAdapterConstructor<Record<string, unknown>, ApexWireValue<any>>;
  const method: ApexMethod;
  export default method;
}

declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}

declare module '@salesforce/schema/*' {
  /** A reference to an object (`objectApiName` alone) or to a field. */
  const reference: { objectApiName: string; fieldApiName: string };
  export default reference;
}

declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}

declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}

declare module '@salesforce/user/Id' {
  const id: string;
  export default id;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}

declare module '@salesforce/customPermission/*' {
  const granted: boolean | undefined;
  export default granted;
}

declare module '@salesforce/userPermission/*' {
  const granted: boolean | undefined;
  export default granted;
}
