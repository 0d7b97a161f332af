import { execFileSync } from 'node:child_process';

interface ProcessRow {
  pid: number;
  parent: number;
  residentBytes: number;
}

/** Memory that a process and all its descendants hold right now, in bytes; shared pages count for each of them. */
export function treeMemory(root: number): number {
  const rows = processRows();
  const members = new Set([root]);
  // A child stands behind its parent in the list of `ps` as a rule, not always; so until nothing is added any more.
  for (let before = 0; before < members.size;) {
    before = members.size;
    rows.filter(({ parent }) => members.has(parent)).forEach(({ pid }) => members.add(pid));
  }
  return rows.filter(({ pid }) => members.has(pid)).reduce((sum, { residentBytes }) => sum + residentBytes, 0);
}

function processRows(): ProcessRow[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid, parent, kilobytes] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, residentBytes: kilobytes * 1024 };
  });
}
