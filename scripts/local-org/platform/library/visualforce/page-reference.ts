/** `System.PageReference`: the address of a page with its parameters. @see "PageReference Class", Apex Reference Guide */
import type { SObjectRecord } from '../../../records/sobject-record';
import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { transaction } from '../../../transaction/transaction';
import { VisualforceException } from '../../../values/exceptions';
import { hashOfString, type ApexValue } from '../../../values/protocol';
import { required } from '../../../declarations/arguments';
import { newMap } from '../../../declarations/platform-lists';
import type { ApexList } from '../../../values/list';
import type { ApexMap } from '../../../values/map';
import type { Cookie } from './cookie';
import { ParameterMap } from './parameter-map';

/** One page reference; its parameters are live: what is put among them shows in the address. */
export class PageReference implements ApexValue {
  readonly parameters = new ParameterMap();
  readonly headers: ApexMap = newMap('String', 'String');
  readonly cookies: ApexMap = newMap('String', 'System.Cookie');
  redirect = false;
  redirectCode = 0;
  anchor: string | null = null;
  private readonly path: string;

  constructor(url: string) {
    const [, path, query, anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) as RegExpExecArray;
    this.path = path;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query ?? '')) this.parameters.put(name, value);
  }

  /** A page of the project; the platform writes its name without capitals. */
  static named(name: string): PageReference {
    const { files } = transaction().org.database;
    const isKnown = files.some((file) => file.kind === 'page' && file.name.toLowerCase() === name.toLowerCase());
    if (!isKnown) throw new NotModeled(`Page.${name}, which the project does not have`);
    return new PageReference(`/apex/${name.toLowerCase()}`);
  }

  url(): string {
    const query = this.parameters.query();
    return this.path + (query ? `?${query}` : '') + (this.anchor ? `#${this.anchor}` : '');
  }

  toApexString(): string {
    return `System.PageReference[${this.url()}]`;
  }

  apexEquals(other: unknown): boolean {
    return other === this;
  }

  apexHashCode(): number {
    return hashOfString(this.path);
  }

  apexKey(): string | null {
    return null;
  }
}

/** Pages are not rendered here; in tests the platform does not render them either, and says so. */
function content(method: string): (self: PageReference) => never {
  return () => {
    if (transaction().isTest)
      throw new VisualforceException(`Methods defined as TestMethod do not support ${method} call`);
    throw new NotModeled(`PageReference.${method}`);
  };
}

definePlatformType({
  namespace: 'System',
  name: 'PageReference',
  kind: 'class',
  javaScriptClass: PageReference,
  documentation: 'PageReference Class, Apex Reference Guide',
  members: {
    'new(String partialURL)': (url: string | null) => new PageReference(required(url, 1)),
    'new(SObject record)': (record: SObjectRecord | null) => new PageReference(`/${required(record, 1).id ?? ''}`),
    'String getAnchor()': (self: PageReference) => self.anchor,
    'Blob getContent()': content('getContent'),
    'Blob getContentAsPDF()': content('getContentAsPDF'),
    'Map<String, System.Cookie> getCookies()': (self: PageReference) => self.cookies,
    'Map<String, String> getHeaders()': (self: PageReference) => self.headers,
    'Map<String, String> getParameters()': (self: PageReference) => self.parameters,
    'Boolean getRedirect()': (self: PageReference) => self.redirect,
    'Integer getRedirectCode()': (self: PageReference) => self.redirectCode,
    'String getUrl()': (self: PageReference) => self.url(),
    'System.PageReference setAnchor(String anchor)': (self: PageReference, anchor: string | null) => {
      self.anchor = anchor;
      return self;
    },
    'void setCookies(List<System.Cookie> cookies)': (self: PageReference, cookies: ApexList | null) => {
      for (const cookie of required(cookies, 1).items as Cookie[]) self.cookies.put(cookie.name, cookie);
    },
    'System.PageReference setRedirect(Boolean redirect)': (self: PageReference, redirect: boolean | null) => {
      self.redirect = required(redirect, 1);
      return self;
    },
    'System.PageReference setRedirectCode(Integer redirectCode)': (self: PageReference, code: number | null) => {
      self.redirectCode = required(code, 1);
      return self;
    }
  }
});

// `Page.Name`: the compiler hands the name over, see check/pages.ts.
definePlatformType({ namespace: 'System', name: 'Page', kind: 'class', documentation: 'PageReference Class' });
definePlatformType({
  namespace: 'ApexPages',
  name: 'ProjectPages',
  kind: 'class',
  documentation: 'Stands behind Page.Name, see "PageReference Class", Apex Reference Guide',
  members: { 'static System.PageReference named(String name)': PageReference.named }
});
