import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FastifySchema, HTTPMethods } from 'fastify';
import { parse } from 'yaml';

/** Where the contract stands. The server's routes, checks and response shapes are read from it. */
export const CONTRACT_FILE = resolve(__dirname, '../../config/insights-api.openapi.yaml');

type JsonSchema = Record<string, unknown>;
type Content = Record<string, { schema: JsonSchema }>;

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: JsonSchema;
}

/** One response as the OpenAPI document words it, references resolved. */
export interface ContractResponse {
  description: string;
  headers?: Record<string, { required?: boolean; schema: JsonSchema }>;
  content?: Content;
}

interface OperationObject {
  operationId: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, ContractResponse>;
}

/** An operation of the contract in the terms of a fastify route. */
export interface ContractOperation {
  operationId: string;
  method: HTTPMethods;
  /** The path as the document writes it: `/exports/{reportId}.csv`. */
  path: string;
  /** The path as fastify writes it: `/exports/:reportId.csv`. */
  url: string;
  schema: FastifySchema;
  responses: Record<string, ContractResponse>;
  /** `required`: only with a valid token; `optional`: a token that is sent must be valid; `none`: not asked for. */
  accessToken: 'required' | 'optional' | 'none';
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/** Reads the contract and lists its operations, every reference resolved. */
export function readContract(file: string = CONTRACT_FILE): ContractOperation[] {
  const text = parse(readFileSync(file, 'utf8')) as JsonSchema;
  const document = resolveReferences(text, text) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) =>
      operationOf(path, method, item[method] as OperationObject, (item.parameters ?? []) as Parameter[])
    )
  );
}

/** Puts what a `$ref` of this document names in its place. The contract has no schema that contains itself. */
function resolveReferences(node: unknown, document: JsonSchema): unknown {
  if (Array.isArray(node)) {
    return node.map((item) => resolveReferences(item, document));
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  if ('$ref' in node) {
    return resolveReferences(lookUp(String(node.$ref), document), document);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolveReferences(value, document)]));
}

function lookUp(reference: string, document: JsonSchema): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, key) => (node as JsonSchema)[key], document);
}

function operationOf(path: string, method: string, operation: OperationObject, shared: Parameter[]): ContractOperation {
  const parameters = [...shared, ...(operation.parameters ?? [])];
  return {
    operationId: operation.operationId,
    method: method.toUpperCase() as HTTPMethods,
    path,
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    schema: {
      params: objectOf(parameters, 'path'),
      querystring: objectOf(parameters, 'query'),
      ...bodyOf(operation),
      response: responseSchemas(operation.responses)
    },
    responses: operation.responses,
    accessToken: accessTokenOf(operation.security ?? [])
  };
}

function objectOf(parameters: Parameter[], place: Parameter['in']): JsonSchema {
  const chosen = parameters.filter((parameter) => parameter.in === place);
  return {
    type: 'object',
    required: chosen.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    properties: Object.fromEntries(chosen.map((parameter) => [parameter.name, parameter.schema]))
  };
}

function bodyOf(operation: OperationObject): { body?: JsonSchema } {
  const content = operation.requestBody?.content;
  return content ? { body: Object.values(content)[0].schema } : {};
}

/** Only JSON bodies are shaped by a schema; files are passed through as they are. */
function responseSchemas(responses: Record<string, ContractResponse>): Record<string, JsonSchema> {
  const shaped = Object.entries(responses).filter(([, response]) => response.content?.['application/json']);
  return Object.fromEntries(
    shaped.map(([status, response]) => [status, response.content!['application/json'].schema] as const)
  );
}

function accessTokenOf(security: Record<string, string[]>[]): ContractOperation['accessToken'] {
  if (!security.some((way) => 'accessToken' in way)) {
    return 'none';
  }
  return security.some((way) => Object.keys(way).length === 0) ? 'optional' : 'required';
}
