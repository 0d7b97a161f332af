import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createLocalOrg, type LocalOrg } from '../../org';

const SPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const FILES: Readonly<Record<string, string>> = {
  'namedCredentials/Reports.namedCredential-meta.xml': `<NamedCredential ${SPACE}>
    <calloutStatus>Enabled</calloutStatus>
    <generateAuthorizationHeader>true</generateAuthorizationHeader>
    <label>Reports</label>
    <namedCredentialParameters>
        <parameterName>Url</parameterName>
        <parameterType>Url</parameterType>
        <parameterValue>https://reports.example.com</parameterValue>
    </namedCredentialParameters>
    <namedCredentialParameters>
        <externalCredential>ReportKeys</externalCredential>
        <parameterName>ExternalCredential</parameterName>
        <parameterType>Authentication</parameterType>
    </namedCredentialParameters>
    <namedCredentialType>SecuredEndpoint</namedCredentialType>
</NamedCredential>`,
  'externalCredentials/ReportKeys.externalCredential-meta.xml': `<ExternalCredential ${SPACE}>
    <authenticationProtocol>Oauth</authenticationProtocol>
    <externalCredentialParameters>
        <parameterName>Oauth</parameterName>
        <parameterType>AuthProtocolVariant</parameterType>
        <parameterValue>ClientCredentialsClientSecretBasic</parameterValue>
    </externalCredentialParameters>
    <externalCredentialParameters>
        <parameterName>Main</parameterName>
        <parameterType>NamedPrincipal</parameterType>
        <sequenceNumber>1</sequenceNumber>
    </externalCredentialParameters>
    <label>Report keys</label>
</ExternalCredential>`,
  'permissionsets/Caller.permissionset-meta.xml': `<PermissionSet ${SPACE}>
    <externalCredentialPrincipalAccesses>
        <enabled>true</enabled>
        <externalCredentialPrincipal>ReportKeys-Main</externalCredentialPrincipal>
    </externalCredentialPrincipalAccesses>
    <label>Caller</label>
</PermissionSet>`,
  'classes/Keys.cls': `public class Keys {
  private static final ConnectApi.CredentialPrincipalType NAMED = ConnectApi.CredentialPrincipalType.NamedPrincipal;

  private static ConnectApi.CredentialInput input(String protocol, String secret) {
    ConnectApi.CredentialInput input = new ConnectApi.CredentialInput();
    input.externalCredential = 'ReportKeys';
    input.principalName = 'Main';
    input.principalType = NAMED;
    input.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.valueOf(protocol);
    ConnectApi.CredentialValueInput id = new ConnectApi.CredentialValueInput();
    id.value = 'key';
    id.encrypted = false;
    ConnectApi.CredentialValueInput hidden = new ConnectApi.CredentialValueInput();
    hidden.value = secret;
    hidden.encrypted = true;
    input.credentials = new Map<String, ConnectApi.CredentialValueInput>{ 'clientId' => id, 'clientSecret' => hidden };
    return input;
  }
  @AuraEnabled public static void create(String secret) {
    ConnectApi.NamedCredentials.createCredential(input('OAuth', secret));
  }
  @AuraEnabled public static void createBasic() {
    ConnectApi.NamedCredentials.createCredential(input('Basic', 'x'));
  }
  @AuraEnabled public static void replace(String secret) {
    ConnectApi.NamedCredentials.updateCredential(input('OAuth', secret));
  }
  @AuraEnabled public static void patch(String secret) {
    ConnectApi.NamedCredentials.patchCredential(input('OAuth', secret));
  }
  @AuraEnabled public static void replaceAndFail(String secret) {
    ConnectApi.NamedCredentials.updateCredential(input('OAuth', secret));
    throw new IllegalArgumentException('rolled back');
  }
  @AuraEnabled public static void remove() {
    ConnectApi.NamedCredentials.deleteCredential('ReportKeys', 'Main', NAMED);
  }
  @AuraEnabled public static String status(String name, String principal) {
    ConnectApi.Credential found = ConnectApi.NamedCredentials.getCredential(name, principal, NAMED);
    return found.authenticationStatus + ' ' + found.credentials.get('clientId')?.value + ' ' +
      found.credentials.get('clientSecret')?.value;
  }
  @AuraEnabled public static String describe(String name) {
    ConnectApi.NamedCredential found = ConnectApi.NamedCredentials.getNamedCredential(name);
    ConnectApi.ExternalCredential keys = found.externalCredentials[0];
    return found.calloutStatus + ' ' + keys.developerName + ' ' + keys.authenticationProtocol + ' ' +
      keys.authenticationProtocolVariant + ' ' + keys.principals[0].principalName + ' ' +
      keys.relatedNamedCredentials[0].developerName;
  }
  @AuraEnabled public static Integer callOut() {
    HttpRequest request = new HttpRequest();
    request.setMethod('GET');
    request.setEndpoint('callout:Reports/echo');
    return new Http().send(request).getStatusCode();
  }
}`
};

// "NamedCredentials Class", Apex Reference Guide; what a callout does with what was entered is "Named Credentials as
// Callout Endpoints", Apex Developer Guide.
describe('ConnectApi.NamedCredentials', () => {
  let folder: string;
  let server: Worker;
  let address: string;
  let org: LocalOrg;

  beforeAll(async () => {
    server = new Worker(join(__dirname, '../testing/echo-server.mjs'));
    const [port] = (await once(server, 'message')) as [number];
    address = `http://127.0.0.1:${port}`;
    folder = mkdtempSync(join(tmpdir(), 'credentials-'));
    writeFile('sfdx-project.json', '{"packageDirectories": [{"path": "app", "default": true}]}');
    for (const [name, content] of Object.entries(FILES)) writeFile(join('app', name), content);
  });

  afterAll(async () => {
    await server.terminate();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    org = await open(':memory:');
  });

  afterEach(() => org.close());

  function writeFile(name: string, content: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }

  function open(databaseFile: string, permissionSets: readonly string[] = ['Caller']): Promise<LocalOrg> {
    const endpoint = { url: address, tokenUrl: `${address}/token`, clientId: 'key', clientSecret: 'secret' };
    return createLocalOrg({
      projectDirectory: folder,
      databaseFile,
      permissionSets,
      namedCredentials: { Reports: endpoint }
    });
  }

  function call(method: string, parameters: Record<string, unknown> = {}): unknown {
    return org.callApex('Keys', method, parameters);
  }

  const status = (): unknown => call('status', { name: 'reportkeys', principal: 'main' });

  test('tells what is configured, and what is encrypted to nobody', () => {
    expect(status()).toBe('Configured key null');
    expect(call('describe', { name: 'reports' })).toBe(
      'Enabled ReportKeys OAuth ClientCredentialsClientSecretBasic Main Reports'
    );
  });

  test('decides callouts by the secret that was entered last', () => {
    expect(call('callOut')).toBe(200);
    call('replace', { secret: 'wrong' });
    expect(() => call('callOut')).toThrow(/Unable to fetch the OAuth token\. Error: invalid_client\./);
    call('replace', { secret: 'secret' });
    expect(call('callOut')).toBe(200);
    call('remove');
    expect(status()).toBe('NotConfigured null null');
    expect(() => call('callOut')).toThrow(/couldn't access the credential\(s\)/);
    call('create', { secret: 'secret' });
    expect(call('callOut')).toBe(200);
  });

  test('keeps nothing of a transaction that was rolled back', () => {
    expect(() => call('replaceAndFail', { secret: 'wrong' })).toThrow('rolled back');
    expect(call('callOut')).toBe(200);
  });

  test('creates once, replaces what is there, and patches custom credentials alone', () => {
    expect(() => call('create', { secret: 'secret' })).toThrow(/ReportKeys has a credential already/);
    expect(() => call('patch', { secret: 'secret' })).toThrow(/Only custom credentials/);
    call('remove');
    expect(() => call('replace', { secret: 'secret' })).toThrow(/ReportKeys has no credential/);
    expect(() => call('createBasic')).toThrow(/protocol of ReportKeys is OAuth/);
  });

  test.each([
    ['status', { name: 'Absent', principal: 'Main' }],
    ['status', { name: 'ReportKeys', principal: 'Absent' }],
    ['describe', { name: 'Absent' }]
  ])('finds nothing that is not there: %s %j', (method, parameters) => {
    expect(() => call(method, parameters)).toThrow(
      expect.objectContaining({ exceptionType: 'ConnectApi.NotFoundException' }) as Error
    );
  });

  test('keeps what was entered over a restart, whatever the configuration says', async () => {
    const file = join(folder, 'org.db');
    await org.close();
    org = await open(file);
    call('remove');
    await org.close();
    org = await open(file);
    expect(status()).toBe('NotConfigured null null');
  });

  test('opens a principal to those alone whom a permission set gives it', async () => {
    await org.close();
    org = await open(':memory:', []);
    expect(() => call('callOut')).toThrow(/couldn't access the credential\(s\)/);
  });
});
