import type { EngineOrg } from './support/engine-org';
import { openStory, type OpenStory } from './support/open-story';
import { lastRun } from './support/result';

/** What a customer builds on the package: a record that starts a run, and a trigger that hears how it ended. */
const CUSTOMER_FILES: Readonly<Record<string, string>> = {
  'triggers/OnAccount.trigger': `trigger OnAccount on Account (after insert) {
    List<RunIntegrationAction.Input> inputs = new List<RunIntegrationAction.Input>();
    for (Account added : Trigger.new) {
      RunIntegrationAction.Input input = new RunIntegrationAction.Input();
      input.integration = added.Name;
      inputs.add(input);
    }
    List<Task> tasks = new List<Task>();
    for (RunIntegrationAction.Output output : RunIntegrationAction.run(inputs)) {
      tasks.add(new Task(Subject = output.started ? 'Waits for ' + output.runId : output.message));
    }
    insert tasks;
  }`,
  'triggers/OnAccount.trigger-meta.xml': '<ApexTrigger><apiVersion>67.0</apiVersion></ApexTrigger>',
  'triggers/OnEnd.trigger': `trigger OnEnd on Run_Ended__e (after insert) {
    List<Task> tasks = new List<Task>();
    for (Run_Ended__e ended : Trigger.new) {
      tasks.add(new Task(Subject = ended.Run_Id__c + ' ended: ' + ended.Status__c + ', ' + ended.Started_By__c));
    }
    insert tasks;
    if (Trigger.new[0].Integration_Name__c == 'Broken') {
      throw new IllegalArgumentException('The customer made a mistake.');
    }
  }`,
  'triggers/OnEnd.trigger-meta.xml': '<ApexTrigger><apiVersion>67.0</apiVersion></ApexTrigger>'
};

let story: OpenStory;
let org: EngineOrg;

beforeAll(async () => {
  story = await openStory(CUSTOMER_FILES);
  ({ org } = story);
});
afterAll(() => story.close());

const subjects = (): string[] =>
  org.query<{ Subject: string }>('SELECT Subject FROM Task ORDER BY Id').map(({ Subject }) => Subject);

test('automation starts a run by its name, and hears of its end by the Id it was given', () =>
  org.aside(async () => {
    org.insert('Account', [{ Name: 'Story' }]);
    await org.finish();
    const { id } = lastRun(org);
    expect(subjects()).toEqual([`Waits for ${id}`, `${id} ended: Completed with errors, Flow`]);
  }));

test('automation is told why none was started', () =>
  org.aside(async () => {
    org.insert('Account', [{ Name: 'No such integration' }]);
    await org.finish();
    expect(subjects()).toEqual([expect.stringContaining('No such integration')]);
  }));

test('automation that fails at the end of a run takes nothing from the run', () =>
  org.aside(async () => {
    org.set('Integration__c', {}, { Name: 'Broken' });
    org.call('RunController', 'start', { integrationId: story.integrationId });
    await org.finish();
    expect(lastRun(org)).toMatchObject({ status: 'Completed with errors', counts: { read: 9, updated: 3 } });
    expect(subjects()).toEqual([]);
  }));
