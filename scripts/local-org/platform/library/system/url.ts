import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { StringException } from '../../../values/exceptions';
import { hashOfString, type ApexValue } from '../../../values/protocol';
import { required } from '../../../declarations/arguments';

/** Ports that a scheme stands for, as `java.net.URL.getDefaultPort`. */
const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443, ftp: 21 };

/**
 * `System.Url`.
 * @see "URL Class", Apex Reference Guide; java.net.URL
 */
export class ApexUrl implements ApexValue {
  readonly text: string;
  readonly protocol: string;
  readonly authority: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly query: string | null;
  readonly fragment: string | null;

  /** @throws StringException "no protocol: …" */
  constructor(text: string) {
    const match = /^([A-Za-z][\w+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(text);
    if (!match) throw new StringException(`no protocol: ${text}`);
    const [, protocol, authority = '', path, query, fragment] = match;
    const port = /:(\d+)$/.exec(authority);
    this.text = text;
    this.protocol = protocol.toLowerCase();
    this.authority = authority;
    this.host = authority.replace(/^[^@]*@/, '').replace(/:\d*$/, '');
    this.port = port ? Number(port[1]) : -1;
    this.path = path;
    this.query = query ?? null;
    this.fragment = fragment ?? null;
  }

  file(): string {
    return this.query === null ? this.path : `${this.path}?${this.query}`;
  }

  defaultPort(): number {
    return DEFAULT_PORTS[this.protocol] ?? -1;
  }

  /** Same but for the fragment. */
  isSameFile(other: ApexUrl): boolean {
    const place = (url: ApexUrl): string =>
      `${url.protocol}//${url.host}:${url.port < 0 ? url.defaultPort() : url.port}`;
    return place(this) === place(other) && this.file() === other.file();
  }

  toApexString(): string {
    return this.text;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexUrl && other.text === this.text;
  }

  apexHashCode(): number {
    return hashOfString(this.text);
  }

  apexKey(): string {
    return `\u0000l${this.text}`;
  }
}

/** The local org's own domain: a reserved name, so that nothing addressed to it can leave the machine. */
export const ORG_DOMAIN = 'https://local-org.my.salesforce.localhost';

function notModeled(method: string): () => never {
  return () => {
    throw new NotModeled(`URL.${method}`);
  };
}

definePlatformType({
  namespace: 'System',
  name: 'Url',
  kind: 'class',
  javaScriptClass: ApexUrl,
  documentation: 'URL Class, Apex Reference Guide',
  members: {
    'new(String spec)': (text: string | null) => new ApexUrl(required(text, 1)),
    'new(String protocol, String host, String file)': (protocol: string, host: string, file: string) =>
      new ApexUrl(`${required(protocol, 1)}://${required(host, 2)}${required(file, 3)}`),
    'new(String protocol, String host, Integer port, String file)': (
      protocol: string | null,
      host: string | null,
      port: number | null,
      file: string | null
    ) => new ApexUrl(`${required(protocol, 1)}://${required(host, 2)}:${required(port, 3)}${required(file, 4)}`),
    'String getAuthority()': (self: ApexUrl) => self.authority,
    'Integer getDefaultPort()': (self: ApexUrl) => self.defaultPort(),
    'String getFile()': (self: ApexUrl) => self.file(),
    'String getHost()': (self: ApexUrl) => self.host,
    'String getPath()': (self: ApexUrl) => self.path,
    'Integer getPort()': (self: ApexUrl) => self.port,
    'String getProtocol()': (self: ApexUrl) => self.protocol,
    'String getQuery()': (self: ApexUrl) => self.query,
    'String getRef()': (self: ApexUrl) => self.fragment,
    'String getUserInfo()': (self: ApexUrl) => /^([^@]*)@/.exec(self.authority)?.[1] ?? null,
    'Boolean sameFile(System.Url URLToCompare)': (self: ApexUrl, other: ApexUrl | null) =>
      self.isSameFile(required(other, 1)),
    'String toExternalForm()': (self: ApexUrl) => self.text,
    'static System.Url getCurrentRequestUrl()': notModeled('getCurrentRequestUrl'),
    'static String getFileFieldURL(String entityId, String fieldName)': notModeled('getFileFieldURL'),
    'static System.Url getOrgDomainUrl()': () => new ApexUrl(ORG_DOMAIN),
    'static System.Url getSalesforceBaseUrl()': () => new ApexUrl(ORG_DOMAIN)
  }
});
