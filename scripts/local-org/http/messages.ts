/** `System.HttpRequest` and `System.HttpResponse`: plain holders, as on the platform. */
import { definePlatformType, type Implementation } from '../declarations/define';
import { XmlDocument } from '../platform/library/xml/dom';
import { XmlStreamReader } from '../platform/library/xml/stream-reader';
import { printXml } from '../platform/library/xml/print';
import { NotModeled } from '../values/not-modeled';
import { ApexBlob } from '../values/blob';
import { CalloutException } from '../values/exceptions';
import { ApexList } from '../values/list';
import { runtimeType } from '../values/runtime-type';

const UTF8 = new TextEncoder();

/** What request and response have in common: headers without regard to case, and a body of text or bytes. */
class HttpMessage {
  readonly headers = new Map<string, { name: string; value: string }>();
  private bytes: Uint8Array = new Uint8Array();
  private bodyText: string | null = '';

  header(name: string): string | null {
    return this.headers.get(name.toLowerCase())?.value ?? null;
  }

  setHeader(name: string, value: string | null): void {
    this.headers.set(name.toLowerCase(), { name, value: value ?? '' });
  }

  get body(): string {
    this.bodyText ??= Buffer.from(this.bytes).toString('utf8');
    return this.bodyText;
  }

  set body(text: string | null) {
    this.bodyText = text ?? '';
    this.bytes = UTF8.encode(this.bodyText);
  }

  get bodyBytes(): Uint8Array {
    return this.bytes;
  }

  set bodyBytes(bytes: Uint8Array) {
    this.bytes = bytes;
    this.bodyText = null;
  }
}

/** An instance of `System.HttpRequest`. */
export class ApexHttpRequest extends HttpMessage {
  endpoint: string | null = null;
  method: string | null = null;
  timeoutMilliseconds = 10_000;
  compressed = false;

  toApexString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

/** An instance of `System.HttpResponse`. */
export class ApexHttpResponse extends HttpMessage {
  status: string | null = null;
  statusCode = 0;

  toApexString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

const MAXIMUM_TIMEOUT_MILLISECONDS = 120_000;

function setTimeoutOf(request: ApexHttpRequest, milliseconds: number): void {
  if (milliseconds < 1 || milliseconds > MAXIMUM_TIMEOUT_MILLISECONDS) {
    throw new CalloutException(`Invalid timeout: ${milliseconds}. The timeout must be between 1 and 120000.`);
  }
  request.timeoutMilliseconds = milliseconds;
}

const BODY_MEMBERS: Readonly<Record<string, Implementation>> = {
  'String getBody()': (message: HttpMessage) => message.body,
  'Blob getBodyAsBlob()': (message: HttpMessage) => new ApexBlob(message.bodyBytes),
  'void setBody(String body)': (message: HttpMessage, body: string | null) => {
    message.body = body;
  },
  'void setBodyAsBlob(Blob body)': (message: HttpMessage, body: ApexBlob) => {
    message.bodyBytes = body.bytes;
  },
  'Dom.Document getBodyDocument()': (message: HttpMessage) => XmlDocument.of(message.body),
  'XmlStreamReader getXmlStreamReader()': (message: HttpMessage) => new XmlStreamReader(message.body),
  'void setBodyDocument(Dom.Document document)': (message: HttpMessage, document: XmlDocument) => {
    message.body = printXml(document.root);
  },
  'String getHeader(String key)': (message: HttpMessage, key: string) => message.header(key),
  'void setHeader(String key, String value)': (message: HttpMessage, key: string, value: string | null) =>
    message.setHeader(key, value)
};

definePlatformType({
  namespace: 'System',
  name: 'HttpRequest',
  kind: 'class',
  javaScriptClass: ApexHttpRequest,
  documentation: 'Apex Reference Guide, HttpRequest Class',
  members: {
    'new()': () => new ApexHttpRequest(),
    ...BODY_MEMBERS,
    'String getEndpoint()': (request: ApexHttpRequest) => request.endpoint,
    'void setEndpoint(String endpoint)': (request: ApexHttpRequest, endpoint: string | null) => {
      request.endpoint = endpoint;
    },
    'String getMethod()': (request: ApexHttpRequest) => request.method,
    'void setMethod(String method)': (request: ApexHttpRequest, method: string | null) => {
      request.method = method;
    },
    'void setTimeout(Integer milliseconds)': setTimeoutOf,
    'Boolean getCompressed()': (request: ApexHttpRequest) => request.compressed,
    'void setCompressed(Boolean flag)': (request: ApexHttpRequest, flag: boolean) => {
      request.compressed = flag;
    },
    'void setClientCertificateName(String name)': () => {
      throw new NotModeled('HttpRequest.setClientCertificateName');
    }
  }
});

definePlatformType({
  namespace: 'System',
  name: 'HttpResponse',
  kind: 'class',
  javaScriptClass: ApexHttpResponse,
  documentation: 'Apex Reference Guide, HttpResponse Class',
  members: {
    'new()': () => new ApexHttpResponse(),
    ...BODY_MEMBERS,
    'List<String> getHeaderKeys()': (response: ApexHttpResponse) =>
      new ApexList(
        runtimeType('List<String>'),
        // The platform keeps headers in order of their names, whatever their case.
        [...response.headers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, header]) => header.name)
      ),
    'String getStatus()': (response: ApexHttpResponse) => response.status,
    'void setStatus(String status)': (response: ApexHttpResponse, status: string | null) => {
      response.status = status;
    },
    'Integer getStatusCode()': (response: ApexHttpResponse) => response.statusCode,
    'void setStatusCode(Integer code)': (response: ApexHttpResponse, code: number) => {
      response.statusCode = code;
    }
  }
});
