import { TextDecoder } from 'node:util';
import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { ApexBlob, NO_CONTENT } from '../../../values/blob';
import { StringException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a Blob in UTF-8.
 * @throws StringException when the bytes are not UTF-8
 */
export function blobText(blob: ApexBlob): string | null {
  if (blob === NO_CONTENT) return null;
  try {
    return strictUtf8.decode(blob.bytes);
  } catch {
    throw new StringException('BLOB is not a valid UTF-8 string');
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Blob',
  kind: 'class',
  javaScriptClass: ApexBlob,
  documentation: 'Blob Class, Apex Reference Guide',
  members: {
    'Integer size()': (self: ApexBlob) => self.bytes.byteLength,
    'static Blob toPdf(String stringToConvert)': () => {
      throw new NotModeled('Blob.toPdf');
    },
    'String toString()': blobText,
    'static Blob valueOf(String stringToBlob)': (text: string | null) => ApexBlob.fromText(required(text, 1))
  }
});
