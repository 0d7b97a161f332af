import type { FastifyInstance } from 'fastify';
import type { BuiltOrg } from '../../org';
import { notFound } from '../api-error';
import { describeGlobal, describeObject, describeShort } from '../describe';
import { baseOf, DATA, type Versioned } from './paths';

interface OfObject {
  readonly Params: { readonly version: string; readonly object: string };
}

/** Describes. @param rooms the org as each part of the API shows it, by the path of the part */
export function serveSchema(api: FastifyInstance, rooms: Readonly<Record<string, BuiltOrg>>): void {
  for (const [room, org] of Object.entries(rooms)) {
    const objectOf = (name: string): ReturnType<typeof find> => find(org, name);
    const path = `${DATA}${room}/sobjects`;
    api.get<Versioned>(path, (request) => describeGlobal(org, baseOf(request) + room));
    api.get<Versioned>(`${path}/`, (request) => describeGlobal(org, baseOf(request) + room));
    api.get<OfObject>(`${path}/:object/describe`, (request) =>
      describeObject(org, objectOf(request.params.object), baseOf(request) + room)
    );
    api.get<OfObject>(`${path}/:object`, (request) => ({
      objectDescribe: describeShort(objectOf(request.params.object), baseOf(request) + room)
    }));
  }
}

function find({ services }: BuiltOrg, name: string): NonNullable<ReturnType<typeof services.schema.object>> {
  const object = services.schema.object(name);
  if (!object) throw notFound();
  return object;
}
