/**
 * The one SOAP call that `sf apex run` makes: executeAnonymous of the Apex API, with the debug log in the answer's header.
 * @see "executeAnonymous()" and "DebuggingHeader", SOAP API Developer Guide
 */
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { NotModeled } from '../platform/not-modeled';
import type { DebugLine } from '../platform/transaction';
import type { AnonymousRun } from './anonymous';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const APEX = 'http://soap.sforce.com/2006/08/apex';

/** A call, read. */
export interface SoapCall {
  readonly sessionId: string;
  /** The script of an executeAnonymous call. */
  readonly apexCode: string;
}

const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false, trimValues: false });
const builder = new XMLBuilder({ ignoreAttributes: false, suppressBooleanAttributes: false });

type Node = Readonly<Record<string, unknown>> | undefined;

/**
 * Reads an envelope.
 * @throws NotModeled for any other call than executeAnonymous
 */
export function readSoapCall(xml: string): SoapCall {
  const envelope = (parser.parse(xml) as Node)?.['Envelope'] as Node;
  const session = ((envelope?.['Header'] as Node)?.['SessionHeader'] as Node)?.['sessionId'];
  const body = envelope?.['Body'] as Node;
  const call = body?.['executeAnonymous'] as Node;
  if (!call) {
    const [name] = Object.keys(body ?? {}).filter((key) => !key.startsWith('#'));
    throw new NotModeled(`SOAP call ${name ?? '(none)'}`);
  }
  return { sessionId: String(session ?? '').trim(), apexCode: String(call['apexcode'] ?? call['String'] ?? '') };
}

/** The answer to executeAnonymous. */
export function soapAnswer({ result, debugLines }: AnonymousRun, version: string): string {
  const header = { DebuggingInfo: { '@_xmlns': APEX, debugLog: debugLog(debugLines, version) } };
  const { line, column, compiled, success, ...rest } = result;
  const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? nil()]));
  const answer = { '@_xmlns': APEX, result: { ...texts, line, column, compiled, success } };
  return envelopeOf({ 'soapenv:Header': header, 'soapenv:Body': { executeAnonymousResponse: answer } });
}

/** A fault, as the platform sends for a session it does not know. */
export function soapFault(code: string, message: string): string {
  const fault = { faultcode: `sf:${code}`, faultstring: `${code}: ${message}` };
  return envelopeOf({ 'soapenv:Body': { 'soapenv:Fault': fault } });
}

/** The debug log: what `System.debug` wrote. Times and lines of the events are not modelled. */
function debugLog(lines: readonly DebugLine[], version: string): string {
  const entries = lines.map(({ level, message }) => `USER_DEBUG|[EXTERNAL]|${level}|${message}`);
  return [`${version} APEX_CODE,DEBUG (local simulation)`, ...entries, ''].join('\n');
}

function nil(): object {
  return { '@_xsi:nil': 'true' };
}

function envelopeOf(content: object): string {
  const envelope = {
    '@_xmlns:soapenv': SOAP,
    '@_xmlns:sf': 'urn:fault.partner.soap.sforce.com',
    '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    ...content
  };
  return `<?xml version="1.0" encoding="UTF-8"?>${String(builder.build({ 'soapenv:Envelope': envelope }))}`;
}
