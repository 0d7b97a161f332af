/** `System.Cookie`. Names get their `apex__` in browsers alone. @see "Cookie Class", Apex Reference Guide */
import { definePlatformType } from '../../../declarations/define';
import { required } from '../../../declarations/arguments';

/** One cookie of a page. */
export class Cookie {
  readonly name: string;
  readonly value: string | null;
  readonly path: string | null;
  readonly maxAge: number | null;
  readonly isSecure: boolean | null;
  readonly sameSite: string | null;

  /** @param sameSite how far other sites may have it sent; null leaves that to the browser */
  constructor(
    name: string | null,
    value: string | null,
    path: string | null,
    maxAge: number | null,
    isSecure: boolean | null,
    sameSite: string | null = null
  ) {
    this.name = required(name, 1);
    this.value = value;
    this.path = path;
    this.maxAge = maxAge;
    this.isSecure = isSecure;
    this.sameSite = sameSite;
  }
}

type Arguments = ConstructorParameters<typeof Cookie>;

definePlatformType({
  namespace: 'System',
  name: 'Cookie',
  kind: 'class',
  javaScriptClass: Cookie,
  documentation: 'Cookie Class, Apex Reference Guide',
  members: {
    'new(String name, String value, String path, Integer maxAge, Boolean isSecure)': (...values: Arguments) =>
      new Cookie(...values),
    'new(String name, String value, String path, Integer maxAge, Boolean isSecure, String sameSite)': (
      ...values: Arguments
    ) => new Cookie(...values),
    'Integer getMaxAge()': (self: Cookie) => self.maxAge,
    'String getName()': (self: Cookie) => self.name,
    'String getPath()': (self: Cookie) => self.path,
    'String getSameSite()': (self: Cookie) => self.sameSite,
    'String getValue()': (self: Cookie) => self.value,
    'Boolean isSecure()': (self: Cookie) => self.isSecure
  }
});
