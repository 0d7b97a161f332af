/** What Apex REST methods see of their request. @see "RestContext Class", Apex Reference Guide */
import { definePlatformType } from '../../../declarations/define';
import { transaction, type TransactionKey } from '../../../transaction/transaction';
import { required } from '../../../declarations/arguments';
import { NO_CONTENT } from '../../../values/blob';
import type { ApexMap } from '../../../values/map';
import { DataObject, defineDataType } from '../data-type';
import { newMap } from '../../../declarations/platform-lists';

/** `System.RestRequest`. */
export class RestRequest extends DataObject {
  constructor() {
    super();
    this.write('headers', newMap('String', 'String'));
    this.write('params', newMap('String', 'String'));
    this.write('requestBody', NO_CONTENT);
  }
}

/** `System.RestResponse`. */
export class RestResponse extends DataObject {
  constructor() {
    super();
    this.write('headers', newMap('String', 'String'));
  }
}

/** The request and response of the transaction; whoever serves Apex REST sets them before and reads them after. */
export const REST_CONTEXT: TransactionKey<{ request: RestRequest | null; response: RestResponse | null }> = {
  create: () => ({ request: null, response: null })
};

function addTo(property: string): (self: DataObject, name: string | null, value: string | null) => void {
  return (self, name, value) => {
    (self.read(property) as ApexMap).put(required(name, 1), value);
  };
}

defineDataType({
  namespace: 'System',
  name: 'RestRequest',
  access: 'fields',
  javaScriptClass: RestRequest,
  documentation: 'RestRequest Class, Apex Reference Guide',
  properties: {
    headers: 'Map<String, String>',
    httpMethod: 'String',
    params: 'Map<String, String>',
    remoteAddress: 'String',
    requestBody: 'Blob',
    requestURI: 'String',
    resourcePath: 'String'
  },
  members: {
    'void addHeader(String name, String value)': addTo('headers'),
    'void addParameter(String name, String value)': addTo('params')
  }
});

defineDataType({
  namespace: 'System',
  name: 'RestResponse',
  access: 'fields',
  javaScriptClass: RestResponse,
  documentation: 'RestResponse Class, Apex Reference Guide',
  properties: { headers: 'Map<String, String>', responseBody: 'Blob', statusCode: 'Integer' },
  members: { 'void addHeader(String name, String value)': addTo('headers') }
});

definePlatformType({
  namespace: 'System',
  name: 'RestContext',
  kind: 'class',
  documentation: 'RestContext Class, Apex Reference Guide',
  members: {
    'static get RestRequest request': () => transaction().attachment(REST_CONTEXT).request,
    'static set RestRequest request': (value: RestRequest | null) => {
      transaction().attachment(REST_CONTEXT).request = value;
    },
    'static get RestResponse response': () => transaction().attachment(REST_CONTEXT).response,
    'static set RestResponse response': (value: RestResponse | null) => {
      transaction().attachment(REST_CONTEXT).response = value;
    }
  }
});
