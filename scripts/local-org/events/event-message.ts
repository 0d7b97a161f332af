/**
 * An event as subscribers outside Apex receive it.
 * @see "Subscribe to Platform Event Notifications with CometD", Platform Events Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_cometd.htm)
 */
import { createHash } from 'node:crypto';
import type { ObjectDefinition } from '../schema/model';
import { NotModeled } from '../values/not-modeled';
import { plainValue, type Json } from '../values/plain';
import type { LoggedEvent } from './event-log';

/** One message on a channel. */
export interface EventMessage {
  readonly channel: string;
  readonly data: {
    /** Changes when the event's fields do. */
    readonly schema: string;
    readonly payload: Readonly<Record<string, Json>>;
    readonly event: { readonly replayId: number; readonly EventUuid: string };
  };
}

const ENVELOPE = new Set(['ReplayId', 'EventUuid']);

/** The message of an event: its own fields, and who published it when. */
export function messageOf({ replayId, record }: LoggedEvent): EventMessage {
  const { definition } = record;
  const fields = [...definition.fields.values()].filter(({ name }) => !ENVELOPE.has(name));
  return {
    channel: `/event/${definition.name}`,
    data: {
      schema: schemaOf(definition),
      payload: Object.fromEntries(fields.map(({ name }) => [name, valueOf(definition, name, record.peek(name))])),
      event: { replayId, EventUuid: String(record.peek('EventUuid')) }
    }
  };
}

/** Fields of events hold single values only. */
function valueOf(object: ObjectDefinition, field: string, value: unknown): Json {
  const plain = plainValue(value);
  if (plain === undefined) throw new NotModeled(`the field ${object.name}.${field} of an event`);
  return plain;
}

function schemaOf(object: ObjectDefinition): string {
  const fields = [...object.fields.values()].map(({ name, type }) => `${name} ${type}`);
  return createHash('md5')
    .update([object.name, ...fields].join('\n'))
    .digest('base64url');
}
