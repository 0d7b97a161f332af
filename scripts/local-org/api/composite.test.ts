import { connectedOrg, type ConnectedOrg } from './testing/connect';

let client: ConnectedOrg;

beforeAll(async () => {
  client = await connectedOrg();
});

afterAll(() => client.served.close());

const post = (path: string, body: object): Promise<any> =>
  client.connection.requestPost(`/services/data/v67.0/composite${path}`, body);
const names = async (): Promise<string[]> => {
  const { records } = await client.connection.query<{ Name: string }>('SELECT Name FROM Thing__c ORDER BY Name');
  return records.map(({ Name }) => Name);
};

const thing = (referenceId: string, body: object): object => ({
  method: 'POST',
  url: '/services/data/v67.0/sobjects/Thing__c',
  referenceId,
  body
});

describe('several requests in one', () => {
  it('may refer to the answers of those before', async () => {
    const { compositeResponse } = await post('', {
      compositeRequest: [
        {
          method: 'POST',
          url: '/services/data/v67.0/sobjects/Contact',
          referenceId: 'parent',
          body: { LastName: 'P' }
        },
        thing('child', { Name: 'Child', Contact__c: '@{parent.id}' }),
        {
          method: 'GET',
          url: '/services/data/v67.0/sobjects/Thing__c/@{child.id}?fields=Name,Contact__c',
          referenceId: 'read'
        }
      ]
    });
    const [parent, , read] = compositeResponse;
    expect(parent).toMatchObject({ httpStatusCode: 201, referenceId: 'parent', body: { success: true } });
    expect(parent.httpHeaders.Location).toBe(`/services/data/v67.0/sobjects/Contact/${parent.body.id}`);
    expect(read).toMatchObject({ httpStatusCode: 200, body: { Name: 'Child', Contact__c: parent.body.id } });
  });

  it('are done all or not at all, when that is asked for', async () => {
    const before = await names();
    const { compositeResponse } = await post('', {
      allOrNone: true,
      compositeRequest: [thing('good', { Name: 'Undone' }), thing('bad', { Code__c: 'x'.repeat(21) })]
    });
    expect(compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      { httpStatusCode: 400, body: [{ errorCode: 'STRING_TOO_LONG', fields: ['Code__c'] }] }
    ]);
    expect(await names()).toEqual(before);
  });

  it('fail alone otherwise, but for those that refer to them', async () => {
    const { compositeResponse } = await post('', {
      compositeRequest: [
        thing('bad', { Code__c: 'x'.repeat(21) }),
        thing('lost', { Name: 'Lost', Contact__c: '@{bad.id}' }),
        thing('kept', { Name: 'Kept' })
      ]
    });
    expect(compositeResponse.map(({ httpStatusCode }: any) => httpStatusCode)).toEqual([400, 400, 201]);
    expect(compositeResponse[1].body[0].errorCode).toBe('PROCESSING_HALTED');
    expect(await names()).toContain('Kept');
  });

  it('come in batches that have nothing to do with each other', async () => {
    const answer = await post('/batch', {
      batchRequests: [
        { method: 'GET', url: 'v67.0/sobjects/Thing__c/a00000000000001AAA' },
        { method: 'GET', url: `v67.0/query?q=${encodeURIComponent('SELECT COUNT() FROM Thing__c')}` }
      ]
    });
    expect(answer).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 404 }, { statusCode: 200, result: { done: true } }]
    });
  });

  it('may use what is modelled only', async () => {
    const { compositeResponse } = await post('', {
      compositeRequest: [{ method: 'GET', url: '/services/data/v67.0/limits', referenceId: 'limits' }]
    });
    expect(compositeResponse).toMatchObject([{ httpStatusCode: 501, body: [{ errorCode: 'NOT_MODELED' }] }]);
  });
});

describe('trees of records', () => {
  const attributes = (type: string, referenceId: string): object => ({ attributes: { type, referenceId } });

  it('are saved with their parents', async () => {
    const child = { ...attributes('Thing__c', 'child'), Name: 'In a tree' };
    const parent = { ...attributes('Contact', 'parent'), LastName: 'Tree', Things__r: { records: [child] } };
    const { hasErrors, results } = await post('/tree/Contact', { records: [parent] });
    expect({ hasErrors, references: results.map((one: any) => one.referenceId) }).toEqual({
      hasErrors: false,
      references: ['parent', 'child']
    });
    const { records } = await client.connection.query(`SELECT Id FROM Thing__c WHERE Contact__r.LastName = 'Tree'`);
    expect(records).toMatchObject([{ Id: results[1].id }]);
  });

  it('are not saved at all when one of them cannot be', async () => {
    const child = { ...attributes('Thing__c', 'child'), Code__c: 'x'.repeat(21) };
    const parent = { ...attributes('Contact', 'parent'), LastName: 'Felled', Things__r: { records: [child] } };
    // jsforce gives on what it does not know as text.
    const { message } = await post('/tree/Contact', { records: [parent] }).catch((error: Error) => error);
    expect(JSON.parse(message)).toMatchObject({
      hasErrors: true,
      results: [{ referenceId: 'child', errors: [{ statusCode: 'STRING_TOO_LONG' }] }]
    });
    const { totalSize } = await client.connection.query(`SELECT Id FROM Contact WHERE LastName = 'Felled'`);
    expect(totalSize).toBe(0);
  });
});
