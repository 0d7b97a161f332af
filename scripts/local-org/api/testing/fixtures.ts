import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { listen, localServer } from '../../lightning';
import { folderWith } from '../../lightning/testing/fixtures';
import { createLocalOrg, type LocalOrg } from '../../org';
import { loginToken, randomSecret, registerApi } from '..';

const META = '<ApexClass><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>';

const GREETER = `public with sharing class Greeter {
    public static String greet(String name) {
        return 'Hello ' + name.toUpperCase();
    }
}
`;

const SHOUTER = `global with sharing class Shouter {
    global class Input {
        @InvocableVariable(required=true)
        global String text;
        @InvocableVariable
        global Integer times;
    }
    global class Output {
        @InvocableVariable
        global String text;
        public String hidden = 'x';
    }
    @InvocableMethod(label='Shout')
    global static List<Output> shout(List<Input> inputs) {
        List<Output> outputs = new List<Output>();
        for (Input input : inputs) {
            Output output = new Output();
            output.text = input.text.toUpperCase() + '!'.repeat(input.times ?? 1);
            outputs.add(output);
        }
        return outputs;
    }
}
`;

const RESOURCE = `@RestResource(urlMapping='/things/*')
global with sharing class ThingResource {
    global class Answer {
        global String id;
        global Integer count;
    }
    @HttpGet
    global static Answer read() {
        RestRequest request = RestContext.request;
        Answer answer = new Answer();
        answer.id = request.requestURI.substringAfterLast('/');
        answer.count = Integer.valueOf(request.params.get('count') ?? '0');
        return answer;
    }
    @HttpPost
    global static String make(String name, Decimal amount) {
        Thing__c thing = new Thing__c(Name = name, Amount__c = amount);
        insert thing;
        return thing.Id;
    }
    @HttpPut
    global static void echo() {
        RestContext.response.statusCode = 202;
        RestContext.response.addHeader('X-Length', String.valueOf(RestContext.request.requestBody.size()));
        RestContext.response.responseBody = RestContext.request.requestBody;
    }
    @HttpPatch
    global static void fail() {
        insert new Thing__c(Name = 'Rolled back by REST');
        throw new IllegalArgumentException('No.');
    }
}
`;

const GREETER_TEST = `@IsTest
private class GreeterTest {
    @IsTest
    static void greets() {
        Assert.areEqual('Hello ADA', Greeter.greet('Ada'));
    }
    @IsTest
    static void fails() {
        Assert.areEqual('Hello', Greeter.greet('Ada'));
    }
}
`;

const THING = `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Thing</label><pluralLabel>Things</pluralLabel>
    <nameField><label>Thing Name</label><type>Text</type></nameField>
    <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>
</CustomObject>`;

const EVENT = `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Note</label><pluralLabel>Notes</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
    <eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>
</CustomObject>`;

const field = (name: string, rest: string): string =>
  `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${rest}</CustomField>`;

const THING_FOLDER = 'force-app/objects/Thing__c';

/** A project with a class, its tests and an object with an external id. */
const PROJECT = {
  'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }] }),
  'force-app/classes/Greeter.cls': GREETER,
  'force-app/classes/Greeter.cls-meta.xml': META,
  'force-app/classes/Shouter.cls': SHOUTER,
  'force-app/classes/Shouter.cls-meta.xml': META,
  'force-app/classes/ThingResource.cls': RESOURCE,
  'force-app/classes/ThingResource.cls-meta.xml': META,
  'force-app/classes/GreeterTest.cls': GREETER_TEST,
  'force-app/classes/GreeterTest.cls-meta.xml': META,
  'force-app/objects/Note__e/Note__e.object-meta.xml': EVENT,
  'force-app/objects/Note__e/fields/Text__c.field-meta.xml': field('Text__c', '<length>80</length><type>Text</type>'),
  [`${THING_FOLDER}/Thing__c.object-meta.xml`]: THING,
  [`${THING_FOLDER}/fields/Code__c.field-meta.xml`]: field(
    'Code__c',
    '<externalId>true</externalId><length>20</length><type>Text</type><unique>true</unique>'
  ),
  [`${THING_FOLDER}/fields/Amount__c.field-meta.xml`]: field(
    'Amount__c',
    '<precision>18</precision><scale>2</scale><type>Number</type>'
  ),
  [`${THING_FOLDER}/fields/Contact__c.field-meta.xml`]: field(
    'Contact__c',
    '<referenceTo>Contact</referenceTo><relationshipName>Things</relationshipName><type>Lookup</type>'
  )
};

/** An org that answers on this machine. */
export interface ServedOrg {
  readonly org: LocalOrg;
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

/** Opens an org of the small project and serves its resources, with nothing else. */
export async function serveOrg(): Promise<ServedOrg> {
  const org = await createLocalOrg({
    projectDirectory: folderWith(PROJECT),
    databaseFile: ':memory:',
    includeTests: false
  });
  const token = loginToken(org, randomSecret());
  const server = localServer();
  registerApi(server, org, token);
  const url = await listen(server, 0);
  const close = async (): Promise<void> => {
    await server.close();
    await org.close();
  };
  return { org, url, token, close };
}

/** Keeps the clients' files out of this machine's home: to be called before they are loaded. */
export function useTemporaryHome(): NodeJS.ProcessEnv {
  const home = mkdtempSync(join(os.tmpdir(), 'client-home-'));
  const settings = {
    HOME: home,
    USERPROFILE: home,
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
  };
  // @salesforce/core knows a missing file by an error that is no Error to code inside jest.
  mkdirSync(join(home, '.sfdx'));
  writeFileSync(join(home, '.sfdx', 'alias.json'), '{"orgs":{}}');
  // Node asks the process for the home, whose environment jest hides behind a copy.
  jest.spyOn(os, 'homedir').mockReturnValue(home);
  return Object.assign(process.env, settings);
}
