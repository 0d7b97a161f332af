/** Where the rows of a CSV file begin, found in one pass over its bytes. */
export interface RowPositions {
  /** Data rows; the header row and blank lines are not counted. */
  rowCount: number;
  /** Byte offset of the header row. */
  headerAt: number;
  /** Byte offsets of data rows 0, `CHECKPOINT_ROWS`, 2 × `CHECKPOINT_ROWS` … */
  checkpoints: number[];
  /** Size of the file in bytes. */
  size: number;
}

/** One offset is kept for this many rows: a million rows cost a thousand numbers. */
export const CHECKPOINT_ROWS = 1000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

type State = 'cell start' | 'bare cell' | 'quoted cell' | 'after quote';

/**
 * Finds row boundaries by RFC 4180 section 2: a line feed ends a row unless it stands between quotes, a quote
 * opens only at the start of a cell (elsewhere in a bare cell it is text), and inside quotes it is written twice. Values
 * themselves are left to csv-parse.
 */
export class CsvScanner {
  private state: State = 'cell start';
  private position = 0;
  private line = 1;
  private quoteLine = 0;
  private rowStart = 0;
  private rowIsBlank = true;
  private headerAt = -1;
  private rowCount = 0;
  private readonly checkpoints: number[] = [];

  /** Scans the next bytes of the file. */
  push(chunk: Buffer): void {
    for (let index = this.start(chunk); index < chunk.length; index++) {
      this.take(chunk[index], this.position + index);
    }
    this.position += chunk.length;
  }

  /** Ends the last row, which needs no line break. */
  end(): RowPositions {
    if (this.state === 'quoted cell') {
      throw new Error(`line ${this.quoteLine} opens a quote that is never closed`);
    }
    this.endRow(this.position);
    const { rowCount, headerAt, checkpoints, position } = this;
    return { rowCount, headerAt, checkpoints, size: position };
  }

  private start(chunk: Buffer): number {
    if (this.position > 0 || !chunk.subarray(0, 3).equals(BYTE_ORDER_MARK)) {
      return 0;
    }
    this.rowStart = 3;
    return 3;
  }

  private take(byte: number, at: number): void {
    if (byte === LINE_FEED) {
      this.line++;
      if (this.state !== 'quoted cell') {
        this.endRow(at + 1);
      }
    } else if (byte !== CARRIAGE_RETURN) {
      this.rowIsBlank = false;
      this.state = this.next(byte);
    }
  }

  private next(byte: number): State {
    switch (this.state) {
      case 'quoted cell':
        return byte === QUOTE ? 'after quote' : 'quoted cell';
      case 'after quote':
        return this.afterQuote(byte);
      case 'cell start':
        return byte === QUOTE ? this.openQuote() : byte === COMMA ? 'cell start' : 'bare cell';
      default:
        return byte === COMMA ? 'cell start' : 'bare cell';
    }
  }

  private openQuote(): State {
    this.quoteLine = this.line;
    return 'quoted cell';
  }

  private afterQuote(byte: number): State {
    if (byte === QUOTE) {
      return 'quoted cell';
    }
    if (byte === COMMA) {
      return 'cell start';
    }
    throw new Error(`line ${this.line} has text after a closing quote; inside quotes, a quote is written twice`);
  }

  private endRow(nextRowAt: number): void {
    if (!this.rowIsBlank) {
      this.recordRow();
    }
    this.state = 'cell start';
    this.rowIsBlank = true;
    this.rowStart = nextRowAt;
  }

  private recordRow(): void {
    if (this.headerAt < 0) {
      this.headerAt = this.rowStart;
      return;
    }
    if (this.rowCount % CHECKPOINT_ROWS === 0) {
      this.checkpoints.push(this.rowStart);
    }
    this.rowCount++;
  }
}
