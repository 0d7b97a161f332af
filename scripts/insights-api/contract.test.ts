import { execFileSync } from 'node:child_process';
import { CONTRACT_FILE, readContract } from './contract';

// In a process of its own: the validator loads ES modules, which jest 29 cannot require.
const VALIDATE = `require('@apidevtools/swagger-parser').validate(process.argv[1])
  .then((document) => console.log(document.openapi), (error) => console.log(error.message));`;

test('the contract is a valid OpenAPI document', () => {
  expect(execFileSync(process.execPath, ['-e', VALIDATE, CONTRACT_FILE], { encoding: 'utf8' })).toBe('3.1.0\n');
});

test('operations carry fastify routes, checks and the token rule', () => {
  const operations = readContract();
  expect(
    operations.map(({ operationId, method, url, accessToken }) => [operationId, method, url, accessToken])
  ).toEqual([
    ['createToken', 'POST', '/accounts/connect/token', 'none'],
    ['listReports', 'GET', '/insights/v1/environments/:environment/reports', 'required'],
    ['describeReport', 'GET', '/insights/v1/environments/:environment/reports/:reportId/columns', 'required'],
    ['readRows', 'GET', '/insights/v1/environments/:environment/reports/:reportId/rows', 'required'],
    ['readExport', 'GET', '/exports/:reportId.csv', 'optional'],
    ['probeExport', 'HEAD', '/exports/:reportId.csv', 'optional']
  ]);
  expect(operations[3].schema.querystring).toMatchObject({
    properties: { limit: { minimum: 1, maximum: 10000, default: 1000 }, offset: { minimum: 0 } }
  });
});
