/** SOAP callouts of classes generated from a WSDL: in tests, what a `WebServiceMock` answers. */
import { callInterfaceMethod } from '../declarations/call';
import { definePlatformType } from '../declarations/define';
import { required } from '../declarations/arguments';
import { NotModeled } from '../values/not-modeled';
import { transaction, type TransactionKey } from '../transaction/transaction';
import { TypeException } from '../values/exceptions';
import type { ApexList } from '../values/list';
import type { ApexMap } from '../values/map';
import { countCallout } from './callout-rules';

const MOCK: TransactionKey<{ mock: object | null }> = { create: () => ({ mock: null }) };

/** Makes `mock` answer every SOAP callout of this test, those of its jobs included. */
export function setWebServiceMock(mock: object): void {
  transaction().attachment(MOCK).mock = mock;
}

/**
 * What the generated code calls; the mock puts its answer into `response`.
 * @param information endpoint, SOAP action, namespace and name of the request, then namespace, name and type of the
 *   response
 */
function invoke(stub: unknown, request: unknown, response: ApexMap | null, information: ApexList | null): void {
  const current = transaction();
  countCallout(current);
  if (!current.isTest) throw new NotModeled('SOAP callouts (WebServiceCallout.invoke)');
  const { mock } = (current.parentTest ?? current).attachment(MOCK);
  if (!mock) throw new TypeException('Methods defined as TestMethod do not support Web service callouts');
  const [endpoint, action, , requestName, ...answer] = required(information, 4).items;
  callInterfaceMethod(mock, 'doInvoke', stub, request, required(response, 3), endpoint, action, requestName, ...answer);
}

definePlatformType({
  namespace: 'System',
  name: 'WebServiceMock',
  kind: 'interface',
  documentation: 'Apex Reference Guide, WebServiceMock Interface',
  members: {
    'void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction, String requestName, String responseNamespace, String responseName, String responseType)':
      null
  }
});

definePlatformType({
  namespace: 'System',
  name: 'WebServiceCallout',
  kind: 'class',
  documentation: 'Apex Reference Guide, WebServiceCallout Class',
  members: {
    'static void invoke(Object stub, Object request, Map<String, Object> response, List<String> infoArray)': invoke
  }
});
