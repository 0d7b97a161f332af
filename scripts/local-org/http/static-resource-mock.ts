/** Mocks that answer callouts of tests with static resources. @see "Testing HTTP Callouts Using Static Resources" */
import { ensureLoaded } from '../database';
import { definePlatformType, interfaceMethodName, type Implementation } from '../declarations/define';
import { required } from '../declarations/arguments';
import { transaction } from '../transaction/transaction';
import type { ApexBlob } from '../values/blob';
import { CalloutException, NullPointerException } from '../values/exceptions';
import { ApexHttpResponse, type ApexHttpRequest } from './messages';

function bodyOf(name: string): ApexBlob | null {
  const { database } = transaction().org;
  const object = database.schema.object('StaticResource');
  if (object) ensureLoaded(database, [object]);
  const [resource] = database.system.find('StaticResource', { Name: name });
  return (resource?.Body as ApexBlob | undefined) ?? null;
}

/** What both mocks have: the resource's body with the same status and headers for every request. */
abstract class ResourceMock {
  status: string | null = null;
  statusCode = 200;
  readonly headers = new Map<string, string>();

  /** The name of the resource that answers a request. */
  protected abstract resourceFor(endpoint: string): string | undefined;

  /** As the platform calls whoever implements `HttpCalloutMock`. */
  [interfaceMethodName('respond', 1)](request: ApexHttpRequest): ApexHttpResponse {
    return this.respond(request);
  }

  respond(request: ApexHttpRequest): ApexHttpResponse {
    const name = this.resourceFor(request.endpoint ?? '');
    if (name === undefined) throw new CalloutException(`No static resource was set for ${request.endpoint}`);
    const body = bodyOf(name);
    // So a test that passes on the platform expects of a resource that does not exist.
    if (!body) throw new NullPointerException('Attempt to de-reference a null object');
    const response = new ApexHttpResponse();
    response.status = this.status;
    response.statusCode = this.statusCode;
    for (const [key, value] of this.headers) response.setHeader(key, value);
    response.bodyBytes = body.bytes;
    return response;
  }
}

class StaticResourceCalloutMock extends ResourceMock {
  resource: string | undefined;

  protected override resourceFor(): string | undefined {
    return this.resource;
  }
}

class MultiStaticResourceCalloutMock extends ResourceMock {
  readonly resources = new Map<string, string>();

  protected override resourceFor(endpoint: string): string | undefined {
    return this.resources.get(endpoint);
  }
}

const COMMON: Readonly<Record<string, Implementation>> = {
  'HttpResponse respond(HttpRequest request)': (mock: ResourceMock, request: ApexHttpRequest | null) =>
    mock.respond(required(request, 1)),
  'void setHeader(String key, String value)': (mock: ResourceMock, key: string | null, value: string | null) => {
    mock.headers.set(required(key, 1), required(value, 2));
  },
  'void setStatus(String status)': (mock: ResourceMock, status: string | null) => {
    mock.status = status;
  },
  'void setStatusCode(Integer statusCode)': (mock: ResourceMock, statusCode: number | null) => {
    mock.statusCode = required(statusCode, 1);
  }
};

definePlatformType({
  namespace: 'System',
  name: 'StaticResourceCalloutMock',
  kind: 'class',
  implements: ['HttpCalloutMock'],
  javaScriptClass: StaticResourceCalloutMock,
  documentation: 'Apex Reference Guide, StaticResourceCalloutMock Class',
  members: {
    'new()': () => new StaticResourceCalloutMock(),
    'void setStaticResource(String resourceName)': (mock: StaticResourceCalloutMock, name: string | null) => {
      mock.resource = required(name, 1);
    },
    ...COMMON
  }
});

definePlatformType({
  namespace: 'System',
  name: 'MultiStaticResourceCalloutMock',
  kind: 'class',
  implements: ['HttpCalloutMock'],
  javaScriptClass: MultiStaticResourceCalloutMock,
  documentation: 'Apex Reference Guide, MultiStaticResourceCalloutMock Class',
  members: {
    'new()': () => new MultiStaticResourceCalloutMock(),
    'void setStaticResource(String endpoint, String resourceName)': (
      mock: MultiStaticResourceCalloutMock,
      endpoint: string | null,
      name: string | null
    ) => {
      mock.resources.set(required(endpoint, 1), required(name, 2));
    },
    ...COMMON
  }
});
