import { connectedOrg, type ConnectedOrg } from './testing/connect';

let client: ConnectedOrg;

beforeAll(async () => {
  client = await connectedOrg();
});

afterAll(() => client.served.close());

const PATH = '/services/data/v67.0/actions/custom/apex';
const shout = (...inputs: object[]): Promise<any> => client.connection.requestPost(`${PATH}/Shouter`, { inputs });

/** jsforce gives on as text what it does not know as an error. */
const refusal = async (...inputs: object[]): Promise<any> => {
  const { message } = await shout(...inputs).catch((error: Error) => error);
  return JSON.parse(message);
};

describe('invocable Apex', () => {
  it('is listed', async () => {
    const { actions } = await client.connection.requestGet<{ actions: object[] }>(PATH);
    expect(actions).toEqual([{ name: 'Shouter', label: 'Shout', type: 'APEX', url: `${PATH}/Shouter` }]);
  });

  it('is called once for all inputs', async () => {
    expect(await shout({ text: 'a', times: 2 }, { text: 'b' })).toEqual([
      { actionName: 'Shouter', errors: null, isSuccess: true, outputValues: { text: 'A!!' } },
      { actionName: 'Shouter', errors: null, isSuccess: true, outputValues: { text: 'B!' } }
    ]);
  });

  it('wants what is required, in the right kind', async () => {
    const missing = { statusCode: 'INVALID_API_INPUT', message: 'Missing required input parameter: text' };
    expect(await refusal({ times: 1 })).toMatchObject([{ isSuccess: false, errors: [missing] }]);
    expect(await refusal({ text: 'a', times: 'many' })).toMatchObject([
      { errors: [{ statusCode: 'INVALID_API_INPUT' }] }
    ]);
  });

  it('that is not there is not found', async () => {
    await expect(client.connection.requestPost(`${PATH}/Greeter`, { inputs: [] })).rejects.toMatchObject({
      errorCode: 'NOT_FOUND'
    });
  });
});
