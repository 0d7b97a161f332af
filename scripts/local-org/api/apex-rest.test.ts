import { connectedOrg, type ConnectedOrg } from './testing/connect';

let client: ConnectedOrg;

beforeAll(async () => {
  client = await connectedOrg();
});

afterAll(() => client.served.close());

// "Exposing Apex Classes as REST Web Services", Apex Developer Guide; called with jsforce.
describe('Apex REST', () => {
  it('reads path and parameters, and answers with JSON', async () => {
    expect(await client.connection.apex.get('/things/7?count=3')).toEqual({ id: '7', count: 3 });
  });

  it('takes the members of the body as parameters, and commits', async () => {
    const id = await client.connection.apex.post('/things/', { name: 'By REST', amount: 2.5 });
    const { records } = await client.connection.query(
      `SELECT Name, Amount__c FROM Thing__c WHERE Id = '${String(id)}'`
    );
    expect(records).toMatchObject([{ Name: 'By REST', Amount__c: 2.5 }]);
  });

  it('lets a method fill the response itself', async () => {
    const answer = await fetch(`${client.served.url}/services/apexrest/things/x`, {
      method: 'PUT',
      body: 'as it came',
      headers: { authorization: `Bearer ${client.served.token}`, 'content-type': 'text/csv' }
    });
    expect([answer.status, answer.headers.get('x-length'), await answer.text()]).toEqual([202, '10', 'as it came']);
  });

  // With PATCH, which jsforce does not try again after a status of 500.
  it('rolls back what throws, and says so', async () => {
    await expect(client.connection.apex.patch('/things/1', {})).rejects.toMatchObject({
      errorCode: 'APEX_ERROR',
      message: expect.stringMatching(/^System\.IllegalArgumentException: No\.\n\nClass\.ThingResource\.fail: line 30/)
    });
    const { totalSize } = await client.connection.query(`SELECT Id FROM Thing__c WHERE Name = 'Rolled back by REST'`);
    expect(totalSize).toBe(0);
  });

  it('refuses other methods and paths', async () => {
    await expect(client.connection.apex.delete('/things/1')).rejects.toMatchObject({
      errorCode: 'METHOD_NOT_ALLOWED',
      message: "HTTP Method 'DELETE' not allowed. Allowed are GET,POST,PUT,PATCH"
    });
    await expect(client.connection.apex.get('/nothing')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    await expect(client.connection.apex.post('/things/', { amount: 'much' })).rejects.toMatchObject({
      errorCode: 'JSON_PARSER_ERROR'
    });
  });
});
