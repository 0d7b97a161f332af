import type { ApexInstance, ApexValue } from './protocol';
import type { RuntimeType } from './runtime-type';
import { runtimeType } from './runtime-type';
import { defaultInstanceText } from './text';

/** Where compiled Apex was when an exception was made. */
export interface ApexStack {
  /** Line in the Apex source; 0 when no Apex was running. */
  readonly line: number;
  /** One frame a line: `Class.Foo.bar: line 12, column 1`. */
  readonly text: string;
}

let readStack: (javaScriptStack: string) => ApexStack = () => ({ line: 0, text: '' });

/** Tells how a JavaScript stack becomes Apex frames; the compiler's runtime does so once, when it is loaded. */
export function setStackReader(reader: (javaScriptStack: string) => ApexStack): void {
  readStack = reader;
}

/** The Apex frames of a JavaScript stack. */
export function readApexStack(javaScriptStack: string): ApexStack {
  return readStack(javaScriptStack);
}

/**
 * An Apex exception. Compiled `catch` blocks catch these and nothing else; user-defined exceptions extend this class.
 * @see "Exception Class and Built-In Exceptions", Apex Reference Guide
 */
export class ApexException extends Error implements ApexValue {
  /** Apex type name of a platform exception; a compiled one answers by `$type`. */
  static readonly apexTypeName: string = 'System.Exception';
  declare readonly $type?: RuntimeType;
  private apexMessage: string | null;
  private apexCause: ApexException | null;
  private apexStack: ApexStack | null = null;

  constructor(message: string | null = null, cause: ApexException | null = null) {
    super(message ?? 'Script-thrown exception');
    this.apexMessage = message;
    this.apexCause = cause;
  }

  /** `getTypeName()`: qualified name, e.g. `System.MathException`. */
  getTypeName(): string {
    return this.$type?.name ?? (this.constructor as typeof ApexException).apexTypeName;
  }

  /** `getMessage()`; an exception made without one says "Script-thrown exception". */
  getMessage(): string {
    return this.apexMessage ?? 'Script-thrown exception';
  }

  /** `setMessage(message)`. */
  setMessage(message: string | null): void {
    this.apexMessage = message;
  }

  /** `getCause()`. */
  getCause(): ApexException | null {
    return this.apexCause;
  }

  /** `initCause(cause)`; allowed once, as the platform words it. */
  initCause(cause: ApexException | null): void {
    this.apexCause = cause;
  }

  /** `getLineNumber()`: the line in Apex where the exception was made. */
  getLineNumber(): number {
    return this.location().line;
  }

  /** `getStackTraceString()`; that of the cause follows, as a test that passes on the platform takes it apart. */
  getStackTraceString(): string {
    const { text } = this.location();
    return this.apexCause ? `${text}\nCaused by\n${this.apexCause.getStackTraceString()}` : text;
  }

  /** The name under which compiled overrides of `getMessage` are called. */
  getmessage$0(): string {
    return this.getMessage();
  }

  /** The message as Apex sees it, honouring an override. */
  apexVisibleMessage(): string {
    return this.getmessage$0();
  }

  toApexString(): string {
    const override = (this as unknown as ApexInstance).tostring$0;
    if (override) return override.call(this) ?? 'null';
    return `${this.printedName()}: ${this.apexVisibleMessage()}`;
  }

  /** A compiled exception prints its fields, like any object; a platform one only its name. */
  private printedName(): string {
    return this.$type?.classInfo ? defaultInstanceText(this as unknown as ApexInstance) : this.getTypeName();
  }

  apexEquals(other: unknown): boolean {
    return this === other;
  }

  apexHashCode(): number {
    return identityHash(this);
  }

  apexKey(): string | null {
    return null;
  }

  private location(): ApexStack {
    this.apexStack ??= readStack(this.stack ?? '');
    return this.apexStack;
  }
}

const identityHashes = new WeakMap<object, number>();
let nextIdentityHash = 1;

/** A hash that stays with an object for as long as it lives; numbers are given in order, so runs repeat. */
export function identityHash(object: object): number {
  let hash = identityHashes.get(object);
  if (hash === undefined) {
    hash = nextIdentityHash;
    nextIdentityHash += 1;
    identityHashes.set(object, hash);
  }
  return hash;
}

/**
 * A failed assertion. It carries the type name of `System.AssertException`, but Apex cannot catch it.
 * @see "Assert Class", Apex Reference Guide: assertion failures cannot be caught with try/catch
 */
export class AssertionFailure extends Error {
  readonly typeName = 'System.AssertException';

  constructor(message: string) {
    super(message);
    this.name = 'AssertionFailure';
  }

  /** Where in Apex the assertion failed. */
  location(): ApexStack {
    return readStack(this.stack ?? '');
  }
}

/** The type of an exception instance at run time. */
export function exceptionType(exception: ApexException): RuntimeType {
  return exception.$type ?? runtimeType(exception.getTypeName());
}
